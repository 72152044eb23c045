//! A file becomes changes to choose from, and those a draft.

use lanmu_api::path;
use serde_json::{Value, json};

use super::{DAY, against, coordinator, drafted, matrix, owners, put, row, text};
use crate::county::{Person, Site};

const OWN: &str = include_str!("../../../../domain/data/annex2.csv");

async fn proposed(person: &Person, name: &str, bytes: Vec<u8>) -> Value {
    let reply = person.0.send_file(path::MATRIX_ANNEX_PROPOSE, name, bytes);
    reply.await.ok().json
}

/// The county's file with some lines replaced by others.
fn changed(replaced: &[(&str, &str)]) -> Vec<u8> {
    let mut file = OWN.replace("\r\n", "\n");
    for (from, to) in replaced {
        assert!(file.contains(from), "{from}");
        file = file.replace(from, to);
    }
    file.into_bytes()
}

fn proposals(answer: &Value) -> &Vec<Value> {
    answer["proposals"].as_array().expect("proposals")
}

fn words(answer: &Value) -> Vec<String> {
    proposals(answer)
        .iter()
        .map(|one| text(&one["words"]))
        .collect()
}

#[tokio::test]
async fn what_was_exported_proposes_nothing() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    for format in ["xlsx", "docx", "csv"] {
        let path = format!("{}?format={format}", path::MATRIX_ANNEX);
        let file = coordinator.0.get(&path).await.ok();
        let answer = proposed(&coordinator, &format!("a.{format}"), file.bytes).await;
        assert_eq!(answer["proposals"], json!([]), "{format}");
    }
    let view = drafted(&coordinator, DAY, &[]).await;
    let fields = against(&coordinator, &view).await;
    assert!(fields[0].1.contains("与现行责任表相同"), "{fields:?}");
}

#[tokio::test]
async fn differences_become_changes_that_make_the_table_of_the_file() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let file = changed(&[
        (
            "惠农政策,,,半年内更新,县农业农村局,",
            "惠农政策,,,每月更新,县农业农村局、县财政局,",
        ),
        ("129,三农服务,灾害防治,,,半年内更新,县农业农村局,\n", ""),
        (
            "168,盐边县出口芒果质量安全示范区,,,,一年内更新,县农业农村局,",
            "168,盐边县出口芒果质量安全示范区,,,,一年内更新,县农业农村局,\n\
             170,三农服务,农机补贴,政策文件,,两周内更新,县农业农村局,",
        ),
    ]);
    let answer = proposed(&coordinator, "a.csv", file.clone()).await;
    assert_eq!(
        words(&answer),
        [
            "栏目“三农服务 / 惠农政策”的更新要求改为“每月更新”",
            "栏目“三农服务 / 惠农政策”的责任部门改为：县农业农村局、县财政局",
            "在“三农服务”下新增栏目“农机补贴”，只用于归类",
            "在“三农服务 / 农机补贴”下新增栏目“政策文件”，更新要求“两周内更新”，责任部门：县农业农村局",
            "关闭栏目“三农服务 / 灾害防治”",
        ]
    );
    assert_eq!(proposals(&answer)[3]["needs"], json!([3]));
    let chosen: Vec<Value> = proposals(&answer)
        .iter()
        .map(|one| one["change"].clone())
        .collect();
    let mut body = super::draft("2026-11-23", &[]);
    body["changes"] = json!(chosen);
    let before = matrix(&coordinator, "").await;
    let view = coordinator.post("/matrix/drafts", &body).await.created();
    assert_eq!(
        matrix(&coordinator, "").await,
        before,
        "a draft stores nothing in the table"
    );
    put(&coordinator, &view).await;
    let now = matrix(&coordinator, "").await;
    assert_eq!(
        owners(&now, &["三农服务", "惠农政策"]),
        ["县农业农村局", "县财政局"]
    );
    assert!(row(&now, &["三农服务", "农机补贴", "政策文件"]).is_some());
    let again = proposed(&coordinator, "a.csv", file).await;
    assert_eq!(words(&again), Vec::<String>::new());
}

#[tokio::test]
async fn renamed_and_moved_lines_are_guessed_and_can_be_read_otherwise() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let file = changed(&[
        (
            "125,三农服务,三农工作情况,,,一周内更新",
            "125,三农服务,农村工作,,,一周内更新",
        ),
        ("132,三农服务,办事通道,", "132,政务公开,办事通道,"),
    ]);
    let answer = proposed(&coordinator, "a.csv", file).await;
    let guesses: Vec<(&Value, String)> = proposals(&answer)
        .iter()
        .filter(|one| one["guess"] == true)
        .map(|one| (&one["instead"], text(&one["words"])))
        .collect();
    let told: Vec<&str> = guesses.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(
        told,
        [
            "栏目“三农服务 / 三农工作情况”更名为“农村工作”",
            "栏目“三农服务 / 办事通道”移到“政务公开”下",
        ]
    );
    let instead = guesses[0].0.as_array().expect("keys");
    let of_key = |key: &Value| {
        let found = proposals(&answer)
            .iter()
            .find(|one| one["change"]["key"] == *key);
        text(&found.expect("a proposal")["change"]["change"]["kind"])
    };
    let kinds: Vec<String> = instead.iter().map(of_key).collect();
    assert_eq!(kinds, ["add_column", "close_column"]);
}

#[tokio::test]
async fn doubtful_lines_carry_their_doubts_and_bad_files_their_places() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let file = changed(&[(
        "惠农政策,,,半年内更新,县农业农村局,",
        "惠农政策,,,有空再说,县方言办,",
    )]);
    let answer = proposed(&coordinator, "a.csv", file).await;
    let doubtful = proposals(&answer).iter().all(|one| {
        let doubts = one["doubts"].as_array().expect("doubts");
        !doubts.is_empty()
    });
    assert!(doubtful && proposals(&answer).len() == 2, "{answer}");
    let twice = b"\xef\xbb\xbf\xe5\xba\x8f\xe5\x8f\xb7".to_vec();
    let answer = proposed(&coordinator, "a.csv", twice).await;
    assert!(!answer["problems"].as_array().expect("problems").is_empty());
    assert_eq!(answer["proposals"], json!([]));
    let answer = proposed(&coordinator, "a.docx", b"no document".to_vec()).await;
    assert_eq!(answer["problems"].as_array().expect("problems").len(), 1);
    let officer = site.sign_in("czj-officer").await;
    let reply = officer
        .0
        .send_file(path::MATRIX_ANNEX_PROPOSE, "a.csv", Vec::new());
    assert_eq!(reply.await.status, 403);
}

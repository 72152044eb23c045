//! 备注: changed by a draft, kept as it was on earlier days, read out of a file.

use lanmu_api::path;
use serde_json::{Value, json};

use super::{DAY, act, against, column, coordinator, drafted, id, put, text};
use crate::county::{Person, Site};

const TODAY: &str = "2026-11-23";

async fn duty(person: &Person, id: i64, query: &str) -> Value {
    person.get(&format!("/duties/{id}{query}")).await.ok()
}

async fn csv(person: &Person, query: &str) -> String {
    let path = format!("{}?format=csv{query}", path::MATRIX_ANNEX);
    person.0.get(&path).await.ok().text
}

fn line<'a>(csv: &'a str, name: &str) -> &'a str {
    let mut lines = csv.lines();
    lines.find(|line| line.contains(name)).expect("the line")
}

#[tokio::test]
async fn a_remark_changes_from_its_day_on() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let market_duty = site.duty("县农业农村局", "市场信息").await;
    let change = json!({"kind": "set_remark", "column": id(market), "remark": "价格取自批发市场"});
    let view = drafted(&coordinator, DAY, &[change]).await;
    assert_eq!(
        view["changes"][0]["words"],
        "栏目“三农服务 / 市场信息”的备注改为“价格取自批发市场”"
    );
    let preview = coordinator.get(&act(&view, "preview")).await.ok();
    assert_eq!(
        preview["differences"][0]["cells"],
        json!([{"cell": "备注", "before": "", "after": "价格取自批发市场"}])
    );
    for nothing in ["passed", "moved", "appear", "end"] {
        assert_eq!(preview[nothing], json!([]), "{nothing}");
    }
    put(&coordinator, &view).await;
    site.advance_days(7);
    let coordinator = super::coordinator(&site).await;
    assert_eq!(duty(&coordinator, market_duty, "").await["remark"], "");
    site.advance_days(1);
    let coordinator = super::coordinator(&site).await;
    let now = duty(&coordinator, market_duty, "").await;
    assert_eq!(now["remark"], "价格取自批发市场");
    assert_eq!(now["row"]["doubtful"], false, "it was decided");
    let then = duty(&coordinator, market_duty, "?as_of=2026-11-30").await;
    assert_eq!(then["remark"], "");
    let file = csv(&coordinator, "").await;
    assert!(line(&file, "市场信息").ends_with("价格取自批发市场"));
    let first = csv(&coordinator, "&version=1").await;
    assert!(line(&first, "市场信息").ends_with(','));
    let compared = coordinator
        .get("/matrix/versions/compare?from=1&to=2")
        .await
        .ok();
    let lines = compared["differences"].as_array().expect("differences");
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["cells"][0]["cell"], "备注");
}

#[tokio::test]
async fn a_remark_that_the_table_brought_is_decided_and_no_longer_doubtful() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let at = ["盐边旅游", "盐边风光", "大箬文化"];
    let scenery = column(&coordinator, &at).await;
    let duty_id = site.duty("县文化广播电视和旅游局", "大箬文化").await;
    let before = duty(&coordinator, duty_id, "").await;
    assert!(text(&before["remark"]).contains("大笮文化"));
    assert_eq!(before["row"]["doubtful"], true);
    let changes = [
        json!({"kind": "set_remark", "column": id(scenery), "remark": ""}),
        json!({"kind": "rename_column", "column": id(scenery), "name": "大笮文化"}),
        // What is said of the owners later leaves the remark as it was decided.
        json!({"kind": "set_mode", "column": id(scenery), "mode": "each"}),
    ];
    let view = drafted(&coordinator, DAY, &changes).await;
    put(&coordinator, &view).await;
    site.advance_days(8);
    let coordinator = super::coordinator(&site).await;
    let now = duty(&coordinator, duty_id, "").await;
    assert_eq!(
        (&now["remark"], &now["row"]["doubtful"], &now["doubts"]),
        (&json!(""), &json!(false), &json!([]))
    );
    let then = duty(&coordinator, duty_id, "?as_of=2026-11-30").await;
    assert_eq!(then["remark"], before["remark"]);
    assert_eq!(then["doubts"], before["doubts"]);
}

#[tokio::test]
async fn owners_that_were_named_past_the_cell_stay_with_a_new_remark_or_mode() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let finance = site.department_id("县财政局").await;
    let market_duty = site.duty("县农业农村局", "市场信息").await;
    let body = json!({
        "department_ids": [finance], "effective_from": TODAY, "reason": "机构职能调整",
    });
    coordinator
        .post(&format!("/duties/{market_duty}/owners"), &body)
        .await
        .created();
    site.advance_days(1);
    let coordinator = super::coordinator(&site).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let changes = [
        json!({"kind": "set_remark", "column": id(market), "remark": "甲"}),
        json!({"kind": "set_mode", "column": id(market), "mode": "each"}),
    ];
    let view = drafted(&coordinator, "2026-11-24", &changes).await;
    put(&coordinator, &view).await;
    let file = csv(&coordinator, "").await;
    assert!(
        line(&file, "市场信息").ends_with("县财政局,甲"),
        "{}",
        line(&file, "市场信息")
    );
}

#[tokio::test]
async fn remarks_of_a_file_become_changes() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let file = csv(&coordinator, "").await;
    let old = line(&file, "大箬文化").to_owned();
    let cleared = format!("{},", old.rsplit_once(',').expect("cells").0);
    let market = line(&file, "市场信息").to_owned();
    let file = file
        .replace(&old, &cleared)
        .replace(&market, &format!("{market}价格取自批发市场"));
    let send = async |person: &Person| {
        let bytes = file.clone().into_bytes();
        let reply = person
            .0
            .send_file(path::MATRIX_ANNEX_PROPOSE, "a.csv", bytes);
        reply.await.ok().json["proposals"].clone()
    };
    let proposals = send(&coordinator).await;
    let proposals = proposals.as_array().expect("proposals");
    let mut words: Vec<String> = proposals.iter().map(|one| text(&one["words"])).collect();
    words.sort();
    assert_eq!(
        words,
        [
            "取消栏目“盐边旅游 / 盐边风光 / 大箬文化”的备注",
            "栏目“三农服务 / 市场信息”的备注改为“价格取自批发市场”",
        ]
    );
    let chosen: Vec<&Value> = proposals.iter().map(|one| &one["change"]).collect();
    let mut body = super::draft(TODAY, &[]);
    body["changes"] = json!(chosen);
    let view = coordinator.post("/matrix/drafts", &body).await.created();
    put(&coordinator, &view).await;
    assert_eq!(send(&coordinator).await, json!([]));
}

#[tokio::test]
async fn the_columns_of_one_row_have_its_remark_together() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let now = super::matrix(&coordinator, "").await;
    let duties = now["duties"].as_array().expect("duties");
    let pair = duties
        .windows(2)
        .find(|pair| pair[0]["annex_row"] == pair[1]["annex_row"])
        .expect("a row that was divided");
    let second = &pair[1];
    let change = json!({
        "kind": "set_remark", "column": {"id": second["column_id"]}, "remark": "合并填报",
    });
    let view = drafted(&coordinator, TODAY, &[change]).await;
    put(&coordinator, &view).await;
    for one in pair {
        let id = one["id"].as_i64().expect("an id");
        assert_eq!(duty(&coordinator, id, "").await["remark"], "合并填报");
    }
    assert!(csv(&coordinator, "").await.contains("合并填报"));
}

#[tokio::test]
async fn a_wrong_remark_is_refused() {
    let site = Site::start().await;
    let coordinator = coordinator(&site).await;
    let service = column(&coordinator, &["三农服务"]).await;
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let set = |column: i64, remark: &str| json!({"kind": "set_remark", "column": id(column), "remark": remark});
    let changes = [
        set(service, "甲"),
        set(market, ""),
        set(market, &"长".repeat(501)),
        set(999_999, "甲"),
    ];
    let view = drafted(&coordinator, DAY, &changes).await;
    let told = against(&coordinator, &view).await;
    let fields: Vec<&str> = told.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "changes.1.column",
            "changes.2.remark",
            "changes.3.remark",
            "changes.4.column"
        ]
    );
}

//! 台账: every step, whose it is to read, and whether it is whole.

use lanmu_api::path;
use serde_json::json;

use crate::county::rows;
use crate::scene::{Scene, draft, in_release, in_section, released};

#[tokio::test]
async fn it_has_every_step_with_names_as_they_were_and_verifies() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    scene.officer.publish(&view, &[]).await.expect(200);
    let lines = scene.ledger().await;
    let line = &lines[0];
    assert_eq!(line["act"], "publication_recorded");
    assert_eq!(line["person_name"], scene.officer.name);
    assert_eq!(line["post"], "县农业农村局填录人员");
    assert_eq!(line["department_name"], "县农业农村局");
    assert_eq!(line["column_path"], "三农服务 / 市场信息");
    assert_eq!(line["subject"], "关于春耕物资供应的通知");
    assert_eq!(line["revision"], view["revision"]);
    assert!(
        line["note"]
            .as_str()
            .is_some_and(|n| n.contains("https://www.example.gov.cn/t1.html"))
    );
    let secrecy = lines
        .iter()
        .find(|l| l["act"] == "section_approved")
        .expect("line");
    assert_eq!(secrecy["note"], "保密审查：不涉密，可以公开。");

    let check = scene
        .auditor
        .get(path::LEDGER_VERIFICATION)
        .await
        .expect(200);
    assert_eq!(check["intact"], true);
    assert_eq!(
        check["lines"].as_u64(),
        Some(scene.whole_ledger_length().await)
    );
    assert_eq!(
        scene
            .coordinator
            .get(path::LEDGER_VERIFICATION)
            .await
            .code(403),
        "not_allowed"
    );
}

#[tokio::test]
async fn an_altered_line_is_named() {
    let scene = Scene::new().await;
    draft(&scene).await;
    let sequence = scene.alter_ledger("article_created").await;
    let check = scene
        .auditor
        .get(path::LEDGER_VERIFICATION)
        .await
        .expect(200);
    assert_eq!(check["intact"], false);
    assert_eq!(check["first_altered"], sequence);
}

#[tokio::test]
async fn one_reads_the_own_departments_and_overseers_read_all() {
    let scene = Scene::new().await;
    in_section(&scene).await;
    let total = async |person: &crate::support::Actor, query: &str| {
        let page = person
            .get(&format!("{}{query}", path::LEDGER))
            .await
            .expect(200);
        page["meta"]["total"].as_i64()
    };
    assert_eq!(total(&scene.officer, "").await, Some(2));
    assert_eq!(total(&scene.leader, "").await, Some(2));
    assert_eq!(total(&scene.finance_officer, "").await, Some(0));
    let of_others = format!("{}?department_id={}", path::LEDGER, scene.agriculture);
    assert_eq!(
        scene.finance_officer.get(&of_others).await.code(403),
        "not_allowed"
    );
    let seen = total(&scene.coordinator, "").await;
    let whole = scene.whole_ledger_length().await;
    assert_eq!(seen, i64::try_from(whole).ok());
    let own = format!("?department_id={}", scene.agriculture);
    assert_eq!(total(&scene.auditor, &own).await, Some(2));
    assert_eq!(
        scene.administrator.get(path::LEDGER).await.code(403),
        "not_allowed"
    );
}

#[tokio::test]
async fn it_pages_by_seek_newest_first() {
    let scene = Scene::new().await;
    for _ in 0..7 {
        draft(&scene).await;
    }
    let mut sequences = Vec::new();
    let mut address = format!("{}?limit=3", path::LEDGER);
    loop {
        let page = scene.officer.get(&address).await.expect(200);
        let items = page["items"].as_array().expect("items");
        assert!(items.len() <= 3);
        sequences.extend(items.iter().filter_map(|line| line["sequence"].as_i64()));
        let Some(next) = page["meta"]["next"].as_str() else {
            break;
        };
        // A line that comes meanwhile moves no page.
        draft(&scene).await;
        address = format!("{}?limit=3&after={next}", path::LEDGER);
    }
    assert_eq!(sequences.len(), 7);
    assert!(sequences.is_sorted_by(|one, next| one > next));
}

#[tokio::test]
async fn it_filters_by_act_article_day_and_words() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let count = async |query: &str| {
        let page = scene
            .officer
            .get(&format!("{}?{query}", path::LEDGER))
            .await
            .expect(200);
        page["meta"]["total"].as_i64()
    };
    let today = &scene.now()[..10];
    assert_eq!(count("act=submitted").await, Some(1));
    assert_eq!(
        count(&format!("article_id={}", view["row"]["id"])).await,
        Some(2)
    );
    assert_eq!(count("article_id=999999").await, Some(0));
    assert_eq!(count(&format!("from={today}&to={today}")).await, Some(2));
    assert_eq!(count("to=2020-01-01").await, Some(0));
    assert_eq!(count("from=2035-01-01").await, Some(0));
    assert_eq!(
        count("q=%E6%98%A5%E8%80%95%E7%89%A9%E8%B5%84").await,
        Some(2)
    );
    for bad in ["act=x", "from=2026年", "after=x", "limit=1000"] {
        let answer = scene.officer.get(&format!("{}?{bad}", path::LEDGER)).await;
        assert_eq!(answer.code(400), "malformed", "{bad}");
    }
}

#[tokio::test]
async fn it_survives_the_deletion_of_what_it_tells_of() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    scene
        .officer
        .act(&view, "delete", json!({}))
        .await
        .expect(200);
    let lines = scene.ledger().await;
    assert_eq!(lines[0]["act"], "article_deleted");
    assert_eq!(lines[0]["subject"], "关于春耕物资供应的通知");
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn the_file_holds_what_the_filters_leave_and_how_the_chain_ends() {
    let scene = Scene::new().await;
    in_section(&scene).await;
    let file = async |by: &crate::support::Actor, query: &str| {
        let path = format!("{}?format=csv{query}", path::LEDGER_EXPORT);
        let reply = by.get(&path).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        rows(&reply.text)
    };
    let own = file(&scene.officer, "").await;
    let (heads, nothing, notes) = (1, 1, 2);
    assert_eq!(own.len(), heads + 2 + nothing + notes, "{own:?}");
    assert_eq!(own[1][2], "初审提交");
    let page = scene.officer.get(path::LEDGER).await.expect(200);
    assert_eq!(page["items"][0]["hash"], own[1][12], "newest first");
    let check = scene
        .auditor
        .get(path::LEDGER_VERIFICATION)
        .await
        .expect(200);
    let last_hash = check["last_hash"].as_str().expect("a hash");
    assert!(own[5][0].ends_with(last_hash), "{:?}", own[5]);
    let submitted = file(&scene.auditor, "&act=submitted").await;
    assert_eq!(submitted.len(), heads + 1 + nothing + notes);
    assert_eq!(file(&scene.finance_officer, "").await.len(), 4, "none");
    let whole = i64::try_from(scene.whole_ledger_length().await).expect("few");
    let all = file(&scene.auditor, "").await;
    assert_eq!(i64::try_from(all.len()).ok(), Some(whole + 4));
    for path in [
        format!(
            "{}?department_id={}",
            path::LEDGER_EXPORT,
            scene.agriculture
        ),
        path::LEDGER_EXPORT.to_owned(),
    ] {
        let by = if path.contains('?') {
            &scene.finance_officer
        } else {
            &scene.administrator
        };
        assert_eq!(by.get(&path).await.code(403), "not_allowed");
    }
}

#[tokio::test]
async fn a_line_keeps_its_stage_and_is_found_by_it() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    let view = scene.leader.send_back(&view, "缺附件").await.expect(200);
    scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    let stages = |stage: &'static str| {
        let officer = scene.officer.clone();
        async move {
            let address = format!("{}?stage={stage}", path::LEDGER);
            let page = officer.get(&address).await.expect(200);
            let acts = page["items"].as_array().expect("items").clone();
            let acts: Vec<String> = acts
                .iter()
                .map(|line| line["act"].as_str().expect("an act").to_owned())
                .collect();
            acts
        }
    };
    assert_eq!(stages("first").await, ["submitted", "submitted"]);
    assert_eq!(stages("section").await, ["section_approved"]);
    assert_eq!(stages("release").await, ["returned"]);
    assert!(scene.ledger_is_intact().await);
    let file = format!("{}?format=csv&stage=release", path::LEDGER_EXPORT);
    let file = scene.officer.get(&file).await;
    assert!(file.text.contains("退回,审发,退回"), "{}", file.text);
}

#[tokio::test]
async fn words_find_columns_too_and_totals_are_counted_up_to_a_bound() {
    let scene = Scene::new().await;
    draft(&scene).await;
    let page = |query: &'static str| {
        let coordinator = scene.coordinator.clone();
        async move {
            let address = format!("{}{query}", path::LEDGER);
            coordinator.get(&address).await.expect(200)
        }
    };
    let found = page("?q=%E5%B8%82%E5%9C%BA%E4%BF%A1%E6%81%AF").await;
    assert_eq!(found["meta"]["total"], 1);
    assert_eq!(found["meta"]["more"], false);
    assert_eq!(found["items"][0]["column_path"], "三农服务 / 市场信息");
}

#[tokio::test]
async fn a_check_is_kept_with_who_made_it_and_a_filed_hash_is_held_against_the_chain() {
    let scene = Scene::new().await;
    draft(&scene).await;
    let length = scene.whole_ledger_length().await;
    let kept = scene
        .auditor
        .post(path::LEDGER_VERIFICATIONS, &json!({}))
        .await
        .expect(201);
    assert_eq!(kept["intact"], true);
    assert_eq!(kept["lines"].as_u64(), Some(length));
    assert_eq!(kept["by"], scene.auditor.name.as_str());
    let hash = kept["last_hash"].as_str().expect("a hash").to_owned();
    let anchor = |sequence: u64, hash: &str| {
        let auditor = scene.auditor.clone();
        let address = format!("{}?sequence={sequence}&hash={hash}", path::LEDGER_ANCHOR);
        async move { auditor.get(&address).await.expect(200) }
    };
    let typed = hash.to_uppercase();
    let same = anchor(length, &format!("%20{}%20{}", &typed[..32], &typed[32..])).await;
    assert_eq!(same["matches"], true);
    assert_eq!(anchor(length - 1, &hash).await["matches"], false);
    let beyond = anchor(length + 100, &hash).await;
    assert_eq!(
        (&beyond["exists"], &beyond["matches"]),
        (&json!(false), &json!(false))
    );

    scene.alter_ledger("article_created").await;
    let again = scene
        .auditor
        .post(path::LEDGER_VERIFICATIONS, &json!({}))
        .await
        .expect(201);
    assert_eq!(again["intact"], false);
    assert!(again["first_altered"].is_number());
    let listed = scene
        .auditor
        .get(path::LEDGER_VERIFICATIONS)
        .await
        .expect(200);
    assert_eq!(listed["meta"]["total"], 2);
    assert_eq!(listed["items"][0], again);
    assert_eq!(listed["items"][1], kept);
    for path in [
        path::LEDGER_VERIFICATIONS,
        "/api/v1/ledger/anchor?sequence=1&hash=0",
    ] {
        assert_eq!(scene.coordinator.get(path).await.code(403), "not_allowed");
    }
    let refused = scene
        .officer
        .post(path::LEDGER_VERIFICATIONS, &json!({}))
        .await;
    assert_eq!(refused.code(403), "not_allowed");
}

//! 责任表核查: what the county's table leaves open, and that it is gone once it is mended.

use std::collections::BTreeSet;

use chrono::Utc;
use lanmu_server::entity::post;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};

use crate::county::{Person, Site};

/// The gaps of a kind.
async fn gaps(person: &Person, kind: &str) -> Vec<Value> {
    let view = person.get("/matrix/check").await.ok();
    let gaps = view["gaps"].as_array().expect("gaps");
    gaps.iter()
        .filter(|gap| gap["kind"] == kind)
        .cloned()
        .collect()
}

async fn rows(person: &Person, kind: &str) -> BTreeSet<i64> {
    let gaps = gaps(person, kind).await;
    gaps.iter().filter_map(|gap| gap["row"].as_i64()).collect()
}

#[tokio::test]
async fn the_countys_table_shows_exactly_what_it_leaves_open() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    assert_eq!(rows(&coordinator, "no_owner").await, [121, 167].into());
    assert_eq!(rows(&coordinator, "no_rule").await, [166, 167, 169].into());
    assert_eq!(
        rows(&coordinator, "name_conflict").await,
        [118, 121, 159].into()
    );
    assert_eq!(rows(&coordinator, "owner_overlap").await, [100].into());
    let conflicts: BTreeSet<i64> = (18..=60).chain(88..=93).collect();
    assert_eq!(rows(&coordinator, "rule_conflict").await, conflicts);
    let overlap = &gaps(&coordinator, "owner_overlap").await[0];
    let message = overlap["message"].as_str().expect("a message");
    assert!(message.contains("县财政局"), "{message}");
    // Each column once, whether or not its row has many parts.
    let paths: Vec<Value> = gaps(&coordinator, "no_address")
        .await
        .into_iter()
        .map(|gap| gap["column_path"].clone())
        .collect();
    let different: BTreeSet<String> = paths.iter().map(Value::to_string).collect();
    assert_eq!(different.len(), paths.len());
    assert_eq!(paths.len(), 642);
}

#[tokio::test]
async fn what_was_mended_is_gone() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let finance = site.department("县财政局").await;
    for kind in ["no_owner", "name_conflict"] {
        let gap = gaps(&coordinator, kind).await;
        let gap = gap.iter().find(|gap| gap["row"] == 121).expect("row 121");
        assert!(gap["duty_id"].is_i64(), "leads to the duty");
    }
    let gap = gaps(&coordinator, "no_owner").await;
    let open = gap.iter().find(|gap| gap["row"] == 121).expect("row 121");
    let form = json!({
        "department_ids": [finance], "effective_from": "2026-11-24", "reason": "机构职能调整",
    });
    let path = format!("/duties/{}/owners", open["duty_id"]);
    coordinator.post(&path, &form).await.created();
    // Planned, not yet so.
    assert!(rows(&coordinator, "no_owner").await.contains(&121));
    let form = json!({
        "reach": "default", "rules": [{"kind": "elapsed", "period": {"unit": "days", "count": 7}}],
        "effective_from": "2026-11-23", "basis": "县政府办公室2026年政务公开工作要点", "reason": "补定",
    });
    let ruled = gaps(&coordinator, "no_rule").await[0].clone();
    let duty = coordinator
        .get(&format!("/duties/{}", ruled["duty_id"]))
        .await
        .ok();
    let path = format!("/columns/{}/rules", duty["row"]["column_id"]);
    coordinator.post(&path, &form).await.created();
    assert_eq!(rows(&coordinator, "no_rule").await, [167, 169].into());

    let form = json!({"closed_on": "2026-11-23", "reason": "栏目停用"});
    let left = gaps(&coordinator, "no_rule").await[0].clone();
    let duty = coordinator
        .get(&format!("/duties/{}", left["duty_id"]))
        .await
        .ok();
    let path = format!("/columns/{}/close", duty["row"]["column_id"]);
    coordinator.post(&path, &form).await.created();
    assert_eq!(rows(&coordinator, "no_rule").await, [169].into());
    assert!(!rows(&coordinator, "no_owner").await.contains(&167));
}

#[tokio::test]
async fn owners_that_are_right_under_another_name_are_confirmed() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let before = gaps(&coordinator, "name_conflict").await;
    let gap = before.iter().find(|gap| gap["row"] == 159).expect("159");
    let path = format!("/duties/{}", gap["duty_id"]);
    let duty = coordinator.get(&path).await.ok();
    let owners: Vec<Value> = duty["row"]["owners"]
        .as_array()
        .expect("owners")
        .iter()
        .map(|owner| owner["department_id"].clone())
        .collect();
    let path = format!("{path}/owners");
    let form = |day: &str| json!({"department_ids": owners, "effective_from": day, "reason": "名称已核对"});
    // Nothing is planned by it: the cell is written anew today.
    let error = coordinator.post(&path, &form("2026-11-24")).await;
    let error = error.refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "effective_from", "{error}");
    coordinator.post(&path, &form("2026-11-23")).await.created();
    let line = site.last_ledger_line().await;
    assert!(line.note.contains("确认责任部门不变"), "{}", line.note);
    assert!(!rows(&coordinator, "name_conflict").await.contains(&159));
    // Once it is right there is nothing to confirm.
    let again = coordinator.post(&path, &form("2026-11-23")).await;
    let again = again.refused(422, "invalid");
    assert_eq!(again["fields"][0]["field"], "department_ids", "{again}");
}

#[tokio::test]
async fn an_address_is_written_down_and_must_be_one() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let before = gaps(&coordinator, "no_address").await;
    let duty_id = before[0]["duty_id"].clone();
    let duty = coordinator.get(&format!("/duties/{duty_id}")).await.ok();
    let column = duty["row"]["column_id"].clone();
    let path = format!("/columns/{column}/address");
    for wrong in ["www.example.gov.cn", "javascript:alert(1)", "ftp://a/b"] {
        let refused = coordinator.post(&path, &json!({ "address": wrong })).await;
        let error = refused.refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], "address", "{error}");
    }
    let address = json!({"address": " https://www.example.gov.cn/zjyb/index.html "});
    coordinator.post(&path, &address).await.created();
    let detail = coordinator.get(&format!("/columns/{column}")).await.ok();
    assert_eq!(
        detail["address"],
        "https://www.example.gov.cn/zjyb/index.html"
    );
    let after = gaps(&coordinator, "no_address").await;
    assert_eq!(after.len() + 1, before.len());
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "column_address_set");
    assert!(line.note.contains("由未登记改为https://www.example.gov.cn"));
    let taken = coordinator.post(&path, &json!({"address": ""})).await;
    taken.created();
    assert_eq!(gaps(&coordinator, "no_address").await.len(), before.len());
    let officer = site.sign_in("czj-officer").await;
    officer
        .post(&path, &address)
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn a_department_without_three_people_is_named() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let lacking = |gaps: &[Value], id: &Value| {
        gaps.iter()
            .find(|gap| gap["department_id"] == *id)
            .map(|gap| gap["message"].as_str().expect("a message").to_owned())
    };
    let annals = site.department("县史志办").await;
    let finance = site.department("县财政局").await;
    let found = gaps(&coordinator, "no_staff").await;
    let message = lacking(&found, &annals).expect("nobody holds a post");
    assert_eq!(message, "没有填录人员、股室领导、分管领导，请指定。");
    assert_eq!(lacking(&found, &finance), None);

    let security = site.sign_in("secadmin").await;
    let login = site.sign_in("czj-leader").await.0.login;
    let people = security.get(&format!("/people?q={login}")).await.ok();
    let leader = &people["items"][0];
    let path = format!(
        "/people/{}/posts/{}",
        leader["id"], leader["posts"][0]["id"]
    );
    security.delete(&path).await.refused(409, "refused");
    // What was so before that was refused shows all the same.
    post::Entity::update_many()
        .col_expr(post::Column::EndedAt, Expr::value(Utc::now()))
        .filter(post::Column::Id.eq(leader["posts"][0]["id"].as_i64()))
        .exec(site.db())
        .await
        .expect("the post ended");
    let found = gaps(&coordinator, "no_staff").await;
    let message = lacking(&found, &finance).expect("no leader");
    assert_eq!(message, "没有分管领导，请指定。");
}

#[tokio::test]
async fn it_is_exported_by_kind_and_seen_by_who_sees_the_whole() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let export = "/matrix/check/export?format=csv";
    let text = coordinator.get(export).await.file("csv");
    assert!(text.contains("部门缺人") && text.contains("缺栏目地址"));
    let text = coordinator
        .get(&format!("{export}&kind=no_owner"))
        .await
        .file("csv");
    assert!(text.contains("无责任部门") && !text.contains("缺栏目地址"));
    let wrong = coordinator.get(&format!("{export}&kind=none")).await;
    wrong.refused(400, "malformed");
    for other in ["czj-officer", "czj-leader"] {
        let person = site.sign_in(other).await;
        for path in ["/matrix/check", export] {
            person.get(path).await.refused(403, "not_allowed");
        }
    }
}

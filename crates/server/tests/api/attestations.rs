//! 核对无变化: from the third in a row on, the section head confirms.

use lanmu_domain::role::Role;
use lanmu_server::entity::{ledger_line, post};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::{Value, json};

use crate::county::{Person, Site};

const COLUMN: &str = "政府预决算信息专栏";

/// The site, the duty, and two attestations on two days.
async fn attested_twice() -> (Site, i64) {
    let site = Site::with_history().await;
    let duty_id = site.duty("县财政局", COLUMN).await;
    for _ in 0..2 {
        let officer = site.sign_in("czj-officer").await;
        let answer = attest(&site, &officer, duty_id).await;
        assert_eq!(answer["awaits"], false);
        site.advance_days(1);
    }
    (site, duty_id)
}

async fn attest(site: &Site, who: &Person, duty_id: i64) -> Value {
    let own = site.department("县财政局").await;
    let body = json!({"department_id": own, "note": "已逐项核对，内容与实际一致。"});
    who.post(&format!("/duties/{duty_id}/attestations"), &body)
        .await
        .created()
}

fn decision(id: &Value) -> String {
    format!("/attestations/{id}/decision")
}

fn confirmed() -> Value {
    json!({"confirmed": true})
}

async fn due(site: &Site, duty_id: i64) -> Value {
    let coordinator = site.sign_in("coordinator").await;
    let duty = coordinator.get(&format!("/duties/{duty_id}")).await.ok();
    duty["row"]["due"].clone()
}

async fn today(who: &Person) -> Vec<Value> {
    let view = who.get("/today").await.ok();
    let items = view["items"].as_array().expect("items");
    items
        .iter()
        .filter(|item| item["kind"] == "attestation")
        .cloned()
        .collect()
}

/// Gives somebody another post in 县财政局.
async fn grant(site: &Site, who: &Person, role: Role) {
    let row = post::ActiveModel {
        site_id: Set(1),
        person_id: Set(who.0.person_id),
        role: Set(role.key().to_owned()),
        department_id: Set(Some(site.department_id("县财政局").await)),
        title: Set(role.label().to_owned()),
        granted_at: Set(chrono::Utc::now()),
        ended_at: Set(None),
        ..Default::default()
    };
    row.insert(site.db()).await.unwrap();
}

#[tokio::test]
async fn the_third_in_a_row_waits_and_counts_when_confirmed() {
    let (site, duty_id) = attested_twice().await;
    let before = due(&site, duty_id).await;
    let officer = site.sign_in("czj-officer").await;
    let third = attest(&site, &officer, duty_id).await;
    assert_eq!(third["awaits"], true);
    assert_eq!(third["nobody_confirms"], false);
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "attested");
    assert!(line.note.contains("须经股室领导确认"), "{}", line.note);
    assert_eq!(due(&site, duty_id).await, before, "it does not count yet");

    let own = site.department("县财政局").await;
    let body = json!({"department_id": own, "note": "又核对了一遍。"});
    let path = format!("/duties/{duty_id}/attestations");
    let error = officer.post(&path, &body).await.refused(409, "refused");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("等待股室领导确认")
    );

    let head = site.sign_in("czj-head").await;
    let items = today(&head).await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["attestation_id"], third["id"]);
    assert_eq!(items[0]["duty_id"], duty_id);
    assert_eq!(items[0]["nobody_confirms"], false);
    assert!(today(&site.sign_in("coordinator").await).await.is_empty());
    assert!(today(&site.sign_in("nyj-head").await).await.is_empty());
    let answer = head.post(&decision(&third["id"]), &confirmed()).await.ok();
    assert_eq!(answer["decision"]["decision"], "confirmed");
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "attestation_confirmed");
    assert_eq!(line.department_name, "县财政局");
    assert_eq!(line.subject, COLUMN);
    assert!(due(&site, duty_id).await.as_str() > before.as_str());
    assert!(today(&head).await.is_empty());
    let again = head.post(&decision(&third["id"]), &confirmed()).await;
    again.refused(409, "refused");

    // A new row of two begins.
    for awaits in [false, false, true] {
        site.advance_days(1);
        let officer = site.sign_in("czj-officer").await;
        assert_eq!(attest(&site, &officer, duty_id).await["awaits"], awaits);
    }
    let duty = site.sign_in("czj-officer").await;
    let duty = duty.get(&format!("/duties/{duty_id}")).await.ok();
    let shown = duty["attestations"].as_array().expect("attestations");
    assert!(shown.len() >= 6 && shown.len() <= 10);
    assert_eq!(shown[0]["awaits"], true);
    assert_eq!(shown[0]["decision"], Value::Null);
    assert_eq!(shown[3]["id"], third["id"]);
    assert_eq!(shown[3]["decision"]["decision"], "confirmed");
}

#[tokio::test]
async fn a_refused_one_never_counts_and_the_next_waits_again() {
    let (site, duty_id) = attested_twice().await;
    let before = due(&site, duty_id).await;
    let officer = site.sign_in("czj-officer").await;
    let third = attest(&site, &officer, duty_id).await;
    let head = site.sign_in("czj-head").await;
    let path = decision(&third["id"]);
    let error = head
        .post(&path, &json!({"confirmed": false, "note": " "}))
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "note");
    let body = json!({"confirmed": false, "note": "预算已经调整，应当更新。"});
    head.post(&path, &body).await.ok();
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "attestation_refused");
    assert_eq!(line.note, "预算已经调整，应当更新。");
    assert_eq!(due(&site, duty_id).await, before);
    head.post(&path, &confirmed()).await.refused(409, "refused");
    assert!(today(&head).await.is_empty());
    assert_eq!(attest(&site, &officer, duty_id).await["awaits"], true);
}

#[tokio::test]
async fn only_the_section_head_of_the_department_decides() {
    let (site, duty_id) = attested_twice().await;
    let officer = site.sign_in("czj-officer").await;
    let third = attest(&site, &officer, duty_id).await;
    let path = decision(&third["id"]);
    for (who, status, code) in [
        ("czj-officer", 403, "not_allowed"),
        ("czj-leader", 403, "not_allowed"),
        ("coordinator", 403, "not_allowed"),
        ("sysadmin", 403, "not_allowed"),
        ("auditor", 403, "not_allowed"),
        ("nyj-officer", 403, "not_allowed"),
        ("nyj-head", 404, "not_found"),
    ] {
        let person = site.sign_in(who).await;
        person.post(&path, &confirmed()).await.refused(status, code);
    }
    site.anon()
        .post(&path, &confirmed())
        .await
        .refused(401, "not_signed_in");
    let head = site.sign_in("czj-head").await;
    let settled = json!(third["id"].as_i64().unwrap() - 1);
    head.post(&decision(&settled), &confirmed())
        .await
        .refused(409, "refused");
    head.post(&decision(&json!(999_999)), &confirmed())
        .await
        .refused(404, "not_found");
    head.post(&path, &confirmed()).await.ok();
}

#[tokio::test]
async fn nobody_confirms_the_own_one_and_the_coordinator_sees_it_waits() {
    let (site, duty_id) = attested_twice().await;
    let head = site.sign_in("czj-head").await;
    grant(&site, &head, Role::Officer).await;
    let third = attest(&site, &head, duty_id).await;
    assert_eq!(third["awaits"], true);
    assert_eq!(
        third["nobody_confirms"], true,
        "the only one is who attested"
    );
    let path = decision(&third["id"]);
    let error = head.post(&path, &confirmed()).await.refused(409, "refused");
    assert!(error["message"].as_str().unwrap().contains("本人"));
    assert!(today(&head).await.is_empty());
    let coordinator = site.sign_in("coordinator").await;
    let items = today(&coordinator).await;
    assert_eq!(items[0]["attestation_id"], third["id"]);
    assert_eq!(items[0]["nobody_confirms"], true);

    let leader = site.sign_in("czj-leader").await;
    grant(&site, &leader, Role::SectionHead).await;
    assert!(today(&coordinator).await.is_empty());
    leader.post(&path, &confirmed()).await.ok();
}

#[tokio::test]
async fn without_a_section_head_it_is_stored_and_waits() {
    let (site, duty_id) = attested_twice().await;
    let head = site.sign_in("czj-head").await;
    post::Entity::update_many()
        .col_expr(post::Column::EndedAt, Expr::value(chrono::Utc::now()))
        .filter(post::Column::PersonId.eq(head.0.person_id))
        .exec(site.db())
        .await
        .unwrap();
    let officer = site.sign_in("czj-officer").await;
    let third = attest(&site, &officer, duty_id).await;
    assert_eq!(third["awaits"], true);
    assert_eq!(third["nobody_confirms"], true);
    let coordinator = site.sign_in("coordinator").await;
    let items = today(&coordinator).await;
    assert_eq!(items[0]["department_name"], "县财政局");
    assert_eq!(items[0]["note"], "已逐项核对，内容与实际一致。");
    let acts: Vec<String> = ledger_line::Entity::find()
        .filter(ledger_line::Column::Act.like("attestation%"))
        .order_by_asc(ledger_line::Column::Sequence)
        .all(site.db())
        .await
        .unwrap()
        .into_iter()
        .map(|line| line.act)
        .collect();
    assert!(acts.is_empty(), "nothing was decided by emptiness");
}

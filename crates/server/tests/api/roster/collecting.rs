//! 收集: asked, handed in, reminded, closed.

use lanmu_server::entity::{notification, roster_hand_in};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};

use super::{FINANCE, entry};
use crate::county::{Person, Site};

async fn open(site: &Site, departments: &[&str]) -> i64 {
    let mut ids = Vec::new();
    for name in departments {
        ids.push(site.department_id(name).await);
    }
    let body = json!({
        "title": "2026年工作机构表", "due": "2026-11-25T18:00:00+08:00", "department_ids": ids,
    });
    let coordinator = site.sign_in("coordinator").await;
    let made = coordinator
        .post("/roster-collections", &body)
        .await
        .created();
    made["id"].as_i64().unwrap()
}

async fn row(coordinator: &Person, collection: i64, name: &str) -> Value {
    let view = coordinator
        .get(&format!("/roster-collections/{collection}"))
        .await
        .ok();
    let rows = view["departments"].as_array().unwrap().clone();
    rows.into_iter()
        .find(|row| row["department_name"] == name)
        .expect("the department")
}

async fn told(site: &Site, who: &Person) -> Vec<String> {
    notification::Entity::find()
        .filter(notification::Column::PersonId.eq(who.0.person_id))
        .all(site.db())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.text)
        .collect()
}

fn rosters(today: &Value) -> Vec<Value> {
    let items = today["items"].as_array().unwrap();
    items
        .iter()
        .filter(|item| item["kind"] == "roster")
        .cloned()
        .collect()
}

#[tokio::test]
async fn a_form_is_handed_in_as_it_is_and_again_until_closed() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let id = open(&site, &[FINANCE, "县农业农村局"]).await;
    assert!(told(&site, &officer).await[0].contains("2026年11月25日（周三）18:00"));
    let asked = rosters(&officer.get("/today").await.ok());
    assert_eq!(asked[0]["collection_id"], id);
    assert_eq!(asked[0]["overdue"], false);

    let place = json!({ "department_id": site.department(FINANCE).await });
    let path = format!("/roster-collections/{id}/hand-ins");
    let empty = officer.post(&path, &place).await.refused(409, "refused");
    assert!(
        empty["message"].as_str().unwrap().contains("缺分管领导"),
        "{empty}"
    );
    site.fill(&officer, FINANCE).await;
    let whole = format!("{}{path}", lanmu_api::path::BASE);
    for _ in 0..2 {
        // Sent again after a lost answer, it is handed in once.
        officer
            .0
            .post_again(&whole, "hand-in-once", &place)
            .await
            .ok();
    }
    assert_eq!(site.last_ledger_line().await.act, "roster_handed_in");
    assert!(rosters(&officer.get("/today").await.ok()).is_empty());

    // The roster goes on; what was handed in stays, and the second time is a second one.
    site.advance_days(5);
    let officer = site.sign_in("czj-officer").await;
    let roster = site.roster_path(FINANCE).await;
    let mut more = entry("staff", "新来的");
    more["first_day"] = json!("2026-11-28");
    officer.post(&roster, &more).await.created();
    officer.post(&path, &place).await.created();
    let kept = roster_hand_in::Entity::find().all(site.db()).await.unwrap();
    let counts: Vec<usize> = kept
        .iter()
        .map(|row| row.lines.as_array().unwrap().len())
        .collect();
    assert_eq!(counts, [2, 3]);
    let coordinator = site.sign_in("coordinator").await;
    let of_finance = row(&coordinator, id, FINANCE).await;
    assert_eq!(of_finance["status"], "on_time", "the first one counts");
    assert!(!of_finance["last_at"].is_null());
    let forms = format!("/rosters/forms?collection_id={id}");
    let forms = coordinator.get(&forms).await.ok();
    assert_eq!(
        forms.as_array().unwrap().len(),
        1,
        "only what was handed in"
    );
    assert_eq!(forms[0]["lines"].as_array().unwrap().len(), 3);

    // Another department's, and one that was not asked.
    let stranger = site.sign_in("nyj-officer").await;
    stranger
        .post(&path, &place)
        .await
        .refused(403, "not_allowed");
    let office = site.sign_in("zfb-officer").await;
    let unasked = json!({ "department_id": site.department("县政府办公室").await });
    office.post(&path, &unasked).await.refused(404, "not_found");

    let late = json!({ "department_id": site.department("县农业农村局").await });
    site.fill(&stranger, "县农业农村局").await;
    stranger.post(&path, &late).await.created();
    assert_eq!(
        row(&coordinator, id, "县农业农村局").await["status"],
        "late"
    );

    officer
        .post(&format!("/roster-collections/{id}/close"), &Value::Null)
        .await
        .refused(403, "not_allowed");
    coordinator
        .post(&format!("/roster-collections/{id}/close"), &Value::Null)
        .await
        .ok();
    officer.post(&path, &place).await.refused(409, "refused");
    coordinator
        .post(&format!("/roster-collections/{id}/close"), &Value::Null)
        .await
        .refused(409, "refused");
    assert!(rosters(&stranger.get("/today").await.ok()).is_empty());
}

#[tokio::test]
async fn the_rest_is_reminded_and_not_twice_on_a_day_without_asking_back() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let head = site.sign_in("czj-head").await;
    let other = site.sign_in("nyj-officer").await;
    let coordinator = site.sign_in("coordinator").await;
    let id = open(&site, &[FINANCE, "县农业农村局", "县史志办"]).await;
    site.fill(&other, "县农业农村局").await;
    let place = json!({ "department_id": site.department("县农业农村局").await });
    other
        .post(&format!("/roster-collections/{id}/hand-ins"), &place)
        .await
        .created();
    let path = format!("/roster-collections/{id}/remind");
    officer
        .post(&path, &json!({}))
        .await
        .refused(403, "not_allowed");
    let done = coordinator.post(&path, &json!({})).await.ok();
    assert_eq!(
        (&done["departments"], &done["people"]),
        (&json!(1), &json!(3))
    );
    assert_eq!(done["without_people"], json!(["县史志办"]));
    for person in [&officer, &head] {
        assert!(
            told(&site, person)
                .await
                .last()
                .unwrap()
                .starts_with("催报：")
        );
    }
    assert_eq!(
        told(&site, &other).await.len(),
        1,
        "handed in: only asked, never reminded"
    );
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "collection_reminded");
    assert!(line.note.contains(FINANCE));

    let only = json!({ "department_ids": [site.department(FINANCE).await] });
    let twice = coordinator.post(&path, &only).await.refused(409, "refused");
    assert!(
        twice["message"]
            .as_str()
            .unwrap()
            .contains("今天已催报过：县财政局"),
        "{twice}"
    );
    let mut again = only.clone();
    again["again"] = json!(true);
    coordinator.post(&path, &again).await.ok();
    let of_finance = row(&coordinator, id, FINANCE).await;
    assert_eq!(of_finance["reminders"], 2);
    assert!(!rosters(&officer.get("/today").await.ok())[0]["reminded_at"].is_null());
    site.advance_days(1);
    let coordinator = site.sign_in("coordinator").await;
    coordinator.post(&path, &only).await.ok();
    let handed_in = json!({ "department_ids": [place["department_id"]] });
    coordinator
        .post(&path, &handed_in)
        .await
        .refused(409, "refused");
    site.advance_days(3);
    let officer = site.sign_in("czj-officer").await;
    assert_eq!(
        rosters(&officer.get("/today").await.ok())[0]["overdue"],
        true
    );
}

#[tokio::test]
async fn a_collection_is_opened_by_the_coordinator_with_every_field_right() {
    let site = Site::start().await;
    let body = json!({
        "title": "", "due": "2026-11-23T09:00:00+08:00", "department_ids": [999_999],
    });
    let coordinator = site.sign_in("coordinator").await;
    let error = coordinator
        .post("/roster-collections", &body)
        .await
        .refused(422, "invalid");
    let fields: Vec<&Value> = error["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| &f["field"])
        .collect();
    assert_eq!(fields, ["title", "due", "department_ids"]);
    for who in [
        "czj-officer",
        "czj-leader",
        "sysadmin",
        "secadmin",
        "auditor",
    ] {
        let person = site.sign_in(who).await;
        person
            .post("/roster-collections", &body)
            .await
            .refused(403, "not_allowed");
        person
            .get("/roster-collections")
            .await
            .refused(403, "not_allowed");
        person
            .get("/roster-collections/1")
            .await
            .refused(403, "not_allowed");
    }
    let all = open(&site, &[]).await;
    let view = coordinator
        .get(&format!("/roster-collections/{all}"))
        .await
        .ok();
    assert_eq!(view["departments"].as_array().unwrap().len(), 53);
    assert_eq!(
        coordinator.get("/rosters").await.ok()["collection"]["id"],
        all
    );
    coordinator
        .get("/roster-collections/999999")
        .await
        .refused(404, "not_found");
}

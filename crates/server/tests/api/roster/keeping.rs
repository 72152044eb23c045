//! Entries from a day to a day.

use serde_json::{Value, json};

use super::{FINANCE, entry};
use crate::county::Site;

#[tokio::test]
async fn people_of_a_department_keep_their_own_and_the_coordinator_any() {
    let site = Site::start().await;
    let path = site.roster_path(FINANCE).await;
    for (who, name) in [
        ("czj-officer", "甲"),
        ("czj-head", "乙"),
        ("czj-leader", "丙"),
        ("coordinator", "丁"),
    ] {
        let person = site.sign_in(who).await;
        person.post(&path, &entry("staff", name)).await.created();
        let line = site.last_ledger_line().await;
        assert_eq!(line.act, "roster_changed", "{who}");
        assert_eq!(
            (line.subject.as_str(), line.department_name.as_str()),
            (name, FINANCE)
        );
        assert!(!line.note.contains("138"), "{}", line.note);
    }
    for who in [
        "nyj-leader",
        "nyj-officer",
        "sysadmin",
        "secadmin",
        "auditor",
    ] {
        let person = site.sign_in(who).await;
        let answer = person.post(&path, &entry("staff", "戊")).await;
        answer.refused(403, "not_allowed");
    }
    let officer = site.sign_in("czj-officer").await;
    let view = officer.get(&path).await.ok();
    let names: Vec<&Value> = view["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| &e["name"])
        .collect();
    assert_eq!(names, ["甲", "乙", "丙", "丁"]);
    officer
        .get("/departments/999999/roster")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let site = Site::start().await;
    let path = site.roster_path(FINANCE).await;
    let officer = site.sign_in("czj-officer").await;
    let stranger = site.sign_in("nyj-officer").await.0.person_id;
    let body = json!({
        "role": "staff", "name": " ", "post": "", "office_phone": "123", "mobile": "12800138000",
        "first_day": "2126-11-23", "person_id": stranger,
    });
    let error = officer.post(&path, &body).await.refused(422, "invalid");
    let fields: Vec<&str> = error["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        fields,
        [
            "name",
            "post",
            "office_phone",
            "mobile",
            "first_day",
            "person_id"
        ]
    );
    assert_eq!(officer.get(&path).await.ok()["entries"], json!([]));
}

#[tokio::test]
async fn a_change_leaves_what_was_said_of_former_days() {
    let site = Site::start().await;
    let path = site.roster_path(FINANCE).await;
    let officer = site.sign_in("czj-officer").await;
    let id = officer.post(&path, &entry("staff", "甲")).await.created()["id"].clone();
    site.advance_days(10);
    let officer = site.sign_in("czj-officer").await;
    let mut change = entry("staff", "甲");
    change["version"] = json!(1);
    change["post"] = json!("股长");
    change["first_day"] = json!("2026-12-01");
    let changed = officer
        .put(&format!("/roster-entries/{id}"), &change)
        .await
        .ok();
    let post_on = async |day: &str| {
        let view = officer.get(&format!("{path}?day={day}")).await.ok();
        view["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["post"].clone())
            .collect::<Vec<_>>()
    };
    assert!(post_on("2026-11-22").await.is_empty());
    assert_eq!(post_on("2026-11-23").await, ["副局长"]);
    assert_eq!(post_on("2026-11-30").await, ["副局长"]);
    assert_eq!(post_on("2026-12-01").await, ["股长"]);
    // Corrected: nothing of the mistake counts on any day.
    change["version"] = json!(1);
    change["post"] = json!("副股长");
    let id = changed["id"].clone();
    officer
        .put(&format!("/roster-entries/{id}"), &change)
        .await
        .ok();
    assert_eq!(post_on("2026-12-01").await, ["副股长"]);
    assert_eq!(post_on("2026-11-30").await, ["副局长"]);
    let again = officer.put(&format!("/roster-entries/{id}"), &change).await;
    again.refused(409, "stale");
}

#[tokio::test]
async fn an_entry_ends_with_its_last_day() {
    let site = Site::start().await;
    let path = site.roster_path(FINANCE).await;
    let officer = site.sign_in("czj-officer").await;
    let id = officer.post(&path, &entry("leader", "甲")).await.created()["id"].clone();
    let second = officer
        .post(&path, &entry("leader", "乙"))
        .await
        .refused(422, "invalid");
    assert_eq!(second["fields"][0]["field"], "first_day");
    let end = json!({"version": 1, "last_day": "2026-11-25"});
    let stranger = site.sign_in("nyj-officer").await;
    let ending = format!("/roster-entries/{id}/end");
    stranger
        .post(&ending, &end)
        .await
        .refused(403, "not_allowed");
    officer
        .post(&ending, &json!({"version": 7, "last_day": "2026-11-25"}))
        .await
        .refused(409, "stale");
    officer.post(&ending, &end).await.ok();
    let mut next = entry("leader", "乙");
    next["first_day"] = json!("2026-11-26");
    officer.post(&path, &next).await.created();
    let leader_on = async |day: &str| {
        let view = officer.get(&format!("{path}?day={day}")).await.ok();
        view["entries"][0]["name"].clone()
    };
    assert_eq!(leader_on("2026-11-25").await, "甲");
    assert_eq!(leader_on("2026-11-26").await, "乙");
    site.advance_days(5);
    let officer = site.sign_in("czj-officer").await;
    let late = officer
        .post(&ending, &json!({"version": 2, "last_day": "2026-12-25"}))
        .await;
    late.refused(409, "refused");
}

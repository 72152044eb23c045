//! Trigger events oblige, and a publication that names them discharges them.

use serde_json::{Value, json};

use crate::county::Site;

/// The duty 工作动态 of 县农业农村局.
async fn work_news(site: &Site) -> i64 {
    site.duty("县农业农村局", "工作动态").await
}

fn activity(duty_id: i64, department_id: Value) -> Value {
    json!({
        "trigger": "activity",
        "title": "盐边县农业农村局召开冬季农业生产现场会",
        "occurred_on": "2026-11-20",
        "duty_ids": [duty_id],
        "department_ids": if department_id.is_null() { json!([]) } else { json!([department_id]) },
    })
}

#[tokio::test]
async fn an_event_obliges_until_a_publication_names_it() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let own = site.department("县农业农村局").await;
    let duty_id = work_news(&site).await;
    let path = format!("/duties/{duty_id}");
    let before = officer.get(&path).await.ok();
    let open = before["open_events"].as_array().map_or(0, Vec::len);

    let event = officer
        .post("/events", &activity(duty_id, json!(own)))
        .await
        .created();
    let duty = officer.get(&path).await.ok();
    let events = duty["open_events"].as_array().expect("events");
    assert_eq!(events.len(), open + 1);
    assert!(
        events
            .iter()
            .any(|e| e["id"] == event["id"] && e["occurred_on"] == "2026-11-20")
    );
    // Friday and two days is Sunday, which moves to Monday the 23rd: today.
    let rules = duty["judgements"][0]["judgement"]["by_rule"]
        .as_array()
        .expect("rules");
    let of_event = rules.iter().find(|rule| rule["event_id"] == event["id"]);
    if open == 0 {
        assert_eq!(
            of_event.expect("the event decides its rule")["due"],
            "2026-11-23"
        );
    }

    let department = site.department_id("县农业农村局").await;
    site.publish(
        duty_id,
        department,
        "2026-11-23T09:00:00+08:00",
        &[event["id"].as_i64().expect("id")],
    )
    .await;
    let duty = officer.get(&path).await.ok();
    assert_eq!(duty["open_events"].as_array().map_or(0, Vec::len), open);
    assert_eq!(duty["row"]["last_updated_on"], "2026-11-23");
}

#[tokio::test]
async fn an_event_is_in_the_ledger() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let own = site.department("县农业农村局").await;
    let duty_id = work_news(&site).await;
    officer
        .post("/events", &activity(duty_id, json!(own)))
        .await
        .created();
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "event_registered");
    assert_eq!(line.subject, "盐边县农业农村局召开冬季农业生产现场会");
    assert!(
        line.column_path.ends_with("工作动态"),
        "{}",
        line.column_path
    );
    assert_eq!(line.department_name, "县农业农村局");
}

#[tokio::test]
async fn an_officer_obliges_the_own_department_only() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let theirs = site.department("县农业农村局").await;
    let duty_id = work_news(&site).await;
    officer
        .post("/events", &activity(duty_id, theirs))
        .await
        .refused(403, "not_allowed");
    let documents = site.duty("县财政局", "部门文件").await;
    let mut everybody = activity(documents, Value::Null);
    everybody["trigger"] = json!("document_issued");
    officer
        .post("/events", &everybody)
        .await
        .refused(403, "not_allowed");
    site.sign_in("coordinator")
        .await
        .post("/events", &everybody)
        .await
        .created();
    site.sign_in("nyj-head")
        .await
        .post("/events", &activity(duty_id, Value::Null))
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn every_wrong_field_of_an_event_is_named() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let own = site.department("县农业农村局").await;
    let finance = site.department("县财政局").await;
    let duty_id = work_news(&site).await;
    let wrong = [
        ("title", json!("  ")),
        ("title", json!("一\u{0}二")),
        ("title", json!("长".repeat(201))),
        ("occurred_on", json!("2026-11-24")),
        ("occurred_on", json!("2025-01-01")),
        ("duty_ids", json!([])),
        ("duty_ids", json!([999_999])),
        ("department_ids", json!([finance])),
    ];
    for (field, value) in wrong {
        let mut event = activity(duty_id, own.clone());
        event[field] = value;
        let error = officer
            .post("/events", &event)
            .await
            .refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], field, "{error}");
    }
    let elapsed_only = site.duty("县农业农村局", "三农工作情况").await;
    let error = officer
        .post("/events", &activity(elapsed_only, own))
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "duty_ids");
}

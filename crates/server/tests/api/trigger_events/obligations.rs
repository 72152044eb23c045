//! One event for several columns and departments, and what answers it.

use serde_json::{Value, json};

use super::{change, document, kept, obligation, obligations, registered, seen};
use crate::county::Site;

#[tokio::test]
async fn one_event_obliges_in_several_columns_each_and_shared() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let id = registered(&coordinator, &change(&site).await).await;
    let event = seen(&coordinator, id).await;
    assert_eq!(event["change"], "function");
    assert_eq!(event["state"], "open");
    let due = "2026-11-23";
    let shared = "县自然资源和规划局、县林业局";
    assert_eq!(
        obligations(&event),
        [
            obligation(shared, "due_today", due),
            obligation("县发展和改革局", "due_today", due),
            obligation("县政府办公室", "due_today", due),
        ]
    );

    // Everybody sees the own part only, and a shared one whole.
    for (who, names) in [
        ("zfb-officer", "县政府办公室"),
        ("fgj-head", "县发展和改革局"),
        ("lyj-leader", shared),
    ] {
        let event = seen(&site.sign_in(who).await, id).await;
        assert_eq!(obligations(&event), [obligation(names, "due_today", due)]);
        assert_eq!(event["may_cancel"], false);
    }
    let path = format!("/events/{id}");
    let others = site.sign_in("nyj-officer").await;
    others.get(&path).await.refused(404, "not_found");
    let administrator = site.sign_in("sysadmin").await;
    administrator.get(&path).await.refused(403, "not_allowed");
}

#[tokio::test]
async fn a_publication_answers_for_its_department_only() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let event = change(&site).await;
    let id = registered(&coordinator, &event).await;
    let (report, profile) = (&event["duty_ids"][0], &event["duty_ids"][1]);
    let duty = |value: &Value| value.as_i64().unwrap();
    let office = site.department_id("县政府办公室").await;
    let forest = site.department_id("县林业局").await;
    site.publish(duty(report), office, "2026-11-23T10:00:00+08:00", &[id])
        .await;
    site.advance_days(2);
    let coordinator = site.sign_in("coordinator").await;
    site.publish(duty(profile), forest, "2026-11-25T10:00:00+08:00", &[id])
        .await;
    let event = seen(&coordinator, id).await;
    assert_eq!(event["state"], "overdue");
    let due = "2026-11-23";
    assert_eq!(
        obligations(&event),
        [
            obligation("县自然资源和规划局、县林业局", "answered_late", due),
            obligation("县发展和改革局", "overdue", due),
            obligation("县政府办公室", "answered_on_time", due),
        ]
    );
    let late = &event["obligations"][0];
    assert_eq!(
        (&late["days_late"], &late["answer"]["on"]),
        (&json!(2), &json!("2026-11-25"))
    );
    assert_eq!(late["answer"]["department_name"], "县林业局");
    assert_eq!(event["obligations"][1]["days_late"], 2);
    // Who has done its part has an answered event.
    let office = site.sign_in("zfb-officer").await;
    assert_eq!(seen(&office, id).await["state"], "answered");
}

#[tokio::test]
async fn a_document_needs_no_number() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let mut event = document(&site).await;
    event["document_number"] = json!("");
    let id = registered(&officer, &event).await;
    let event = seen(&officer, id).await;
    assert_eq!(
        obligations(&event),
        [obligation("县财政局", "waiting", "2026-11-25")]
    );
    assert_eq!(event["may_cancel"], true);
}

#[tokio::test]
async fn registered_late_it_counts_from_the_event_and_says_so() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let mut event = document(&site).await;
    event["occurred_on"] = json!("2026-11-02");
    kept(&site, &event).await;
    let duty_id = event["duty_ids"][0].as_i64().unwrap();
    let id = registered(&officer, &event).await;
    assert!(
        site.last_ledger_line()
            .await
            .note
            .contains("（补登，晚 21 天）")
    );
    let event = seen(&officer, id).await;
    assert_eq!(event["state"], "overdue");
    assert_eq!(event["registered_on"], "2026-11-23");
    assert_eq!(
        obligations(&event),
        [obligation("县财政局", "overdue", "2026-11-05")]
    );
    assert_eq!(event["obligations"][0]["days_late"], 18);
    // The matrix and the calendar say the same.
    let duty = officer.get(&format!("/duties/{duty_id}")).await.ok();
    assert_eq!(duty["row"]["due"], "2026-11-05");
    assert_eq!(duty["open_events"][0]["registered_on"], "2026-11-23");
    let rules = duty["judgements"][0]["judgement"]["by_rule"]
        .as_array()
        .unwrap();
    let by_event = rules.iter().find(|rule| rule["event_id"] == id).unwrap();
    assert_eq!(
        by_event["arithmetic"],
        event["obligations"][0]["arithmetic"]
    );
    assert!(
        by_event["arithmetic"]
            .as_str()
            .unwrap()
            .contains("补登，晚 21 天")
    );
}

#[tokio::test]
async fn an_article_knows_the_events_that_it_could_answer() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let event = document(&site).await;
    let id = registered(&officer, &event).await;
    let duty_id = event["duty_ids"][0].as_i64().unwrap();
    let duty = officer.get(&format!("/duties/{duty_id}")).await.ok();
    let article = json!({
        "department_id": site.department_id("县财政局").await,
        "content": {
            "title": "项目资金管理办法", "document_number": "", "column_id": duty["row"]["column_id"],
            "source": {"kind": "original"}, "body": "<p>正文。</p>", "attribute": "proactive",
            "attribute_reason": "", "legal_basis": "",
        },
    });
    let article = officer.post("/articles", &article).await.created();
    let path = format!("/articles/{}/open-events", article["row"]["id"]);
    let open = officer.get(&path).await.ok();
    assert_eq!(open.as_array().unwrap().len(), 1);
    assert_eq!(
        (&open[0]["id"], &open[0]["due"]),
        (&json!(id), &json!("2026-11-25"))
    );
    let others = site.sign_in("nyj-officer").await;
    others.get(&path).await.refused(404, "not_found");

    let finance = site.department_id("县财政局").await;
    site.publish(duty_id, finance, "2026-11-23T08:00:00+08:00", &[id])
        .await;
    assert_eq!(officer.get(&path).await.ok(), json!([]));
}

//! 关闭栏目, 恢复栏目: clocks stop and run again, by the column itself or with one above it.

use serde_json::{Value, json};

use crate::county::{Person, Site};

const LEAF: &str = "三农工作情况";

fn closing(on: &str) -> Value {
    json!({"closed_on": on, "reason": "栏目整合"})
}

fn reopening(on: &str) -> Value {
    json!({"reopened_on": on, "reason": "整合完成"})
}

/// The duty of 县农业农村局 with the ids of its column and of the one above.
async fn places(site: &Site, coordinator: &Person) -> (i64, Value, Value) {
    let duty_id = site.duty("县农业农村局", LEAF).await;
    let duty = coordinator.get(&format!("/duties/{duty_id}")).await.ok();
    let column = duty["row"]["column_id"].clone();
    let detail = coordinator.get(&format!("/columns/{column}")).await.ok();
    let levels = detail["levels"].as_array().expect("levels");
    let above = levels[levels.len() - 2]["id"].clone();
    assert_eq!(levels.last().expect("itself")["id"], column);
    (duty_id, column, above)
}

async fn row(coordinator: &Person, duty_id: i64) -> Value {
    coordinator.get(&format!("/duties/{duty_id}")).await.ok()["row"].clone()
}

#[tokio::test]
async fn a_closed_column_has_no_clock_until_it_is_open_again() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let (duty_id, column, _) = places(&site, &coordinator).await;
    assert_eq!(row(&coordinator, duty_id).await["status"], "overdue");
    let path = format!("/columns/{column}/close");
    let preview = coordinator
        .post(&format!("{path}/preview"), &closing("2026-11-23"))
        .await
        .ok();
    assert_eq!(preview["moved"][0]["duty_id"], duty_id);
    assert_eq!(preview["moved"][0]["status_before"], "overdue");
    assert_eq!(preview["moved"][0]["status_after"], "no_clock");
    assert_eq!(
        row(&coordinator, duty_id).await["status"],
        "overdue",
        "only looked at"
    );

    coordinator
        .post(&path, &closing("2026-11-23"))
        .await
        .created();
    let line = site.last_ledger_line().await;
    assert_eq!(
        (line.act.as_str(), line.subject.as_str()),
        ("column_closed", LEAF)
    );
    assert_eq!(
        line.note,
        "原为开放，自2026年11月23日（周一）起关闭，本栏目及下级栏目停止计时。原因：栏目整合。"
    );
    let closed = row(&coordinator, duty_id).await;
    assert_eq!(
        (&closed["status"], &closed["due"]),
        (&json!("no_clock"), &Value::Null)
    );
    assert_eq!(closed["closed_since"], "2026-11-23");
    let matrix = coordinator.get("/matrix").await.ok();
    let rows = matrix["duties"].as_array().expect("duties");
    let shown = rows
        .iter()
        .find(|row| row["id"] == duty_id)
        .expect("the duty");
    assert_eq!(shown["closed_since"], "2026-11-23");
    assert_eq!(
        rows.iter()
            .filter(|row| !row["closed_since"].is_null())
            .count(),
        1
    );

    let path = format!("/columns/{column}/reopen");
    coordinator
        .post(&path, &reopening("2026-12-03"))
        .await
        .created();
    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "column_reopened");
    assert!(
        line.note
            .starts_with("原自2026年11月23日（周一）起关闭，自2026年12月3日（周四）起恢复"),
        "{}",
        line.note
    );
    site.advance_days(9);
    let coordinator = site.sign_in("coordinator").await;
    assert_eq!(row(&coordinator, duty_id).await["status"], "no_clock");
    site.advance_days(1);
    let coordinator = site.sign_in("coordinator").await;
    let open = row(&coordinator, duty_id).await;
    assert_eq!(
        (&open["closed_since"], &open["status"]),
        (&Value::Null, &json!("overdue"))
    );
}

#[tokio::test]
async fn closing_twice_is_refused_and_so_is_opening_what_is_open() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let (_, column, _) = places(&site, &coordinator).await;
    let close = format!("/columns/{column}/close");
    let reopen = format!("/columns/{column}/reopen");
    coordinator
        .post(&reopen, &reopening("2026-11-23"))
        .await
        .refused(409, "refused");
    coordinator
        .post(&close, &closing("2026-12-01"))
        .await
        .created();
    let error = coordinator
        .post(&close, &closing("2026-11-25"))
        .await
        .refused(409, "refused");
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|m| m.contains("2026年12月1日（周二）")),
        "{error}"
    );
    let error = coordinator
        .post(&reopen, &reopening("2026-11-30"))
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "reopened_on");
    // On its first day: it never closes.
    coordinator
        .post(&reopen, &reopening("2026-12-01"))
        .await
        .created();
    let error = coordinator
        .post(&reopen, &reopening("2026-12-02"))
        .await
        .refused(409, "refused");
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|m| m.contains("2026年12月1日（周二）")),
        "{error}"
    );
    coordinator
        .post(&close, &closing("2026-11-25"))
        .await
        .refused(409, "refused");
    coordinator
        .post(&close, &closing("2026-12-01"))
        .await
        .created();
}

#[tokio::test]
async fn below_a_closed_column_everything_is_closed() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let (duty_id, column, above) = places(&site, &coordinator).await;
    let detail = coordinator.get(&format!("/columns/{above}")).await.ok();
    assert!(detail["duties_below"].as_u64() >= Some(1));
    coordinator
        .post(&format!("/columns/{above}/close"), &closing("2026-11-23"))
        .await
        .created();
    assert_eq!(
        row(&coordinator, duty_id).await["closed_since"],
        "2026-11-23"
    );
    let name = coordinator.get(&format!("/columns/{above}")).await.ok()["levels"]
        .as_array()
        .and_then(|levels| levels.last()?["name"].as_str().map(str::to_owned))
        .expect("a name");
    for (verb, body) in [
        ("close", closing("2026-11-24")),
        ("reopen", reopening("2026-11-24")),
    ] {
        let path = format!("/columns/{column}/{verb}");
        let error = coordinator.post(&path, &body).await.refused(409, "refused");
        let message = error["message"].as_str().expect("a sentence");
        assert!(
            message.contains(&name),
            "it says which one is closed: {message}"
        );
    }
    let below = coordinator.get(&format!("/columns/{column}")).await.ok();
    assert_eq!(below["closed_since"], "2026-11-23");
    assert_eq!(below["closures"][0]["column_id"], above);
}

#[tokio::test]
async fn days_and_reasons_of_closing_are_checked() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let (_, column, _) = places(&site, &coordinator).await;
    for (verb, field, good) in [
        ("close", "closed_on", closing("2026-11-23")),
        ("reopen", "reopened_on", reopening("2026-11-23")),
    ] {
        for (field, value) in [(field, "2026-11-22"), (field, "2027-11-24"), ("reason", "")] {
            let mut request = good.clone();
            request[field] = json!(value);
            let path = format!("/columns/{column}/{verb}");
            let error = coordinator
                .post(&path, &request)
                .await
                .refused(422, "invalid");
            assert_eq!(error["fields"][0]["field"], field, "{error}");
        }
    }
    coordinator
        .post("/columns/999999/close", &closing("2026-11-23"))
        .await
        .refused(404, "not_found");
    coordinator
        .get("/columns/999999")
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn only_a_coordinator_keeps_the_columns() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let (_, column, _) = places(&site, &coordinator).await;
    for who in ["nyj-officer", "nyj-leader", "secadmin"] {
        let person = site.sign_in(who).await;
        person
            .get(&format!("/columns/{column}"))
            .await
            .refused(403, "not_allowed");
        for (verb, body) in [
            ("close", closing("2026-11-23")),
            ("reopen", reopening("2026-11-23")),
        ] {
            for preview in ["", "/preview"] {
                let path = format!("/columns/{column}/{verb}{preview}");
                person.post(&path, &body).await.refused(403, "not_allowed");
            }
        }
    }
}

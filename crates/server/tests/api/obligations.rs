//! What is owed, now and then: the list behind the calendar, a past day, a year, the rate.

use serde_json::{Value, json};

use crate::county::{Site, rows};

fn items(view: &Value) -> &Vec<Value> {
    view["items"].as_array().expect("items")
}

fn of_duty(view: &Value, duty_id: i64) -> Value {
    items(view)
        .iter()
        .find(|item| item["duty_id"] == duty_id)
        .expect("the duty owes something")
        .clone()
}

#[tokio::test]
async fn every_obligation_is_listed_once_with_its_reason() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let view = coordinator.get("/obligations").await.ok();
    let total: u64 = view["totals"]
        .as_array()
        .expect("totals")
        .iter()
        .map(|total| total["count"].as_u64().expect("a number"))
        .sum();
    assert_eq!(items(&view).len() as u64, total);
    assert_eq!(view["past"], false);
    assert_eq!(view["days"].as_array().expect("days").len(), 31);
    let dues: Vec<Option<&str>> = items(&view).iter().map(|i| i["due"].as_str()).collect();
    let mut sorted = dues.clone();
    sorted.sort_by_key(|due| (due.is_none(), *due));
    assert_eq!(dues, sorted, "by due date, none last");
    assert!(items(&view).iter().all(|item| {
        item["arithmetic"]
            .as_str()
            .is_some_and(|why| why.ends_with('。'))
    }));
}

#[tokio::test]
async fn an_officer_sees_the_own_part_and_no_other() {
    let site = Site::with_history().await;
    let officer = site.sign_in("nyj-officer").await;
    let own = site.department("县农业农村局").await;
    let view = officer.get("/obligations").await.ok();
    assert!(
        items(&view)
            .iter()
            .all(|item| item["department_ids"].as_array().unwrap().contains(&own))
    );
    let other = site.department("县财政局").await;
    for path in [
        format!("/obligations?department_id={other}"),
        format!("/years/2026?department_id={other}"),
        format!("/punctuality?from=2026-01-01&to=2026-11-01&department_id={other}"),
    ] {
        officer.get(&path).await.refused(403, "not_allowed");
    }
    let reviewers = officer.get("/reviewers").await.ok();
    let reviewers = reviewers.as_array().expect("reviewers");
    assert_eq!(
        reviewers.len(),
        2,
        "section head and leader of the own department"
    );
    site.sign_in("auditor")
        .await
        .get("/obligations")
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn a_past_day_shows_what_was_known_then() {
    let site = Site::with_history().await;
    let officer = site.sign_in("nyj-officer").await;
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let department = site.department_id("县农业农村局").await;
    let yesterday = "/obligations?as_of=2026-11-22";
    let before = of_duty(&officer.get(yesterday).await.ok(), duty_id);
    // Recorded today, said to have gone out last week: then nobody knew.
    let times = ("2026-11-18T09:00:00+08:00", "2026-11-23T08:00:00+08:00");
    site.publish_and_record(duty_id, department, times, &[])
        .await;
    let now = of_duty(&officer.get("/obligations").await.ok(), duty_id);
    assert_eq!(now["last_updated_on"], "2026-11-18");
    let view = officer.get(yesterday).await.ok();
    assert_eq!(
        (view["today"].as_str(), &view["past"]),
        (Some("2026-11-22"), &json!(true))
    );
    assert_eq!(of_duty(&view, duty_id), before);
    let duty = officer
        .get(&format!("/duties/{duty_id}?as_of=2026-11-22"))
        .await
        .ok();
    assert_eq!(duty["row"]["last_updated_on"], before["last_updated_on"]);
    let matrix = officer.get("/matrix?as_of=2026-11-22").await.ok();
    assert_eq!(matrix["today"], "2026-11-22");
    for path in ["/obligations", "/matrix", &format!("/duties/{duty_id}")] {
        let error = officer
            .get(&format!("{path}?as_of=2026-11-24"))
            .await
            .refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], "as_of");
    }
}

#[tokio::test]
async fn a_year_is_told_day_by_day() {
    let site = Site::with_history().await;
    let officer = site.sign_in("nyj-officer").await;
    let duty_id = site.duty("县农业农村局", "三农工作情况").await;
    let year = officer
        .get(&format!("/years/2026?duty_id={duty_id}"))
        .await
        .ok();
    assert_eq!(year["until"], "2026-11-23");
    let runs = year["strips"][0]["runs"].as_array().expect("runs");
    assert_eq!(runs.first().expect("a run")["from"], "2026-01-01");
    assert_eq!(runs.last().expect("a run")["to"], "2026-11-23");
    let now = of_duty(&officer.get("/obligations").await.ok(), duty_id);
    assert_eq!(runs.last().expect("a run")["status"], now["status"]);
    officer
        .get("/years/2027?duty_id=1")
        .await
        .refused(404, "not_found");
    officer.get("/years/2026").await.refused(422, "invalid");
    let foreign = site.duty("县财政局", "信息公开目录").await;
    let nothing = officer
        .get(&format!("/years/2026?duty_id={foreign}"))
        .await
        .ok();
    assert_eq!(nothing["strips"], json!([]));
}

#[tokio::test]
async fn the_rate_counts_late_days_of_the_period() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let own = site.department("县农业农村局").await;
    let department = site.department_id("县农业农村局").await;
    let duty_id = site.duty("县农业农村局", "工作动态").await;
    // Thursday the 12th and two days: Saturday, moved to Monday the 16th.
    let event = json!({
        "trigger": "activity", "title": "县农业农村局召开现场会", "occurred_on": "2026-11-12",
        "duty_ids": [duty_id], "department_ids": [own],
    });
    let event = officer.post("/events", &event).await.created();
    let id = event["id"].as_i64().expect("an id");
    let rate =
        |from: &str, to: &str| format!("/punctuality?from={from}&to={to}&department_id={own}");
    let late_of = |view: &Value| -> Vec<Value> {
        view["late"]
            .as_array()
            .expect("what was late")
            .iter()
            .filter(|item| item["lateness"]["event_id"] == id)
            .cloned()
            .collect()
    };
    let open = officer.get(&rate("2026-11-01", "2026-11-19")).await.ok();
    assert_eq!(
        late_of(&open)[0]["lateness"]["days"],
        3,
        "17, 18 and 19 November"
    );
    assert_eq!(late_of(&open)[0]["lateness"]["settled_on"], Value::Null);
    site.publish(duty_id, department, "2026-11-20T09:00:00+08:00", &[id])
        .await;
    let settled = officer.get(&rate("2026-11-01", "2026-11-23")).await.ok();
    assert_eq!(
        late_of(&settled)[0]["lateness"]["days"],
        4,
        "the day of the publication too"
    );
    assert_eq!(late_of(&settled)[0]["lateness"]["due"], "2026-11-16");
    assert_eq!(late_of(&settled)[0]["lateness"]["settled_on"], "2026-11-20");
    assert_eq!(
        late_of(&settled)[0]["event_title"],
        "县农业农村局召开现场会"
    );
    let before = officer.get(&rate("2026-11-01", "2026-11-15")).await.ok();
    assert!(late_of(&before).is_empty(), "not due yet");
    let row = &settled["departments"][0];
    let late: u64 = settled["late"]
        .as_array()
        .expect("what was late")
        .iter()
        .map(|item| item["lateness"]["days"].as_u64().expect("days"))
        .sum();
    assert_eq!(row["late_days"], late);
    assert!(row["on_time"].as_u64() < row["obligations"].as_u64());
    for wrong in [
        "from=2026-11-20&to=2026-11-19",
        "from=2026-11-20&to=2026-11-24",
    ] {
        let error = officer
            .get(&format!("/punctuality?{wrong}"))
            .await
            .refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], "to");
    }
}

#[tokio::test]
async fn what_is_on_screen_is_what_is_exported() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let own = site.department("县农业农村局").await;
    let view = coordinator.get("/obligations").await.ok();
    let overdue: Vec<&Value> = items(&view)
        .iter()
        .filter(|item| item["status"] == "overdue")
        .filter(|item| item["department_ids"].as_array().unwrap().contains(&own))
        .collect();
    assert!(!overdue.is_empty());
    let path = format!("/obligations/export?format=csv&view=list&status=overdue&department={own}");
    let text = coordinator.get(&path).await.file("csv");
    let exported = rows(&text);
    assert_eq!(
        exported.len(),
        overdue.len() + 3,
        "heads, an empty line and the note"
    );
    assert_eq!(exported[1][0], overdue[0]["due"].as_str().expect("a day"));
    let ahead = coordinator
        .get("/obligations/export?format=csv&view=ahead")
        .await
        .file("csv");
    assert_eq!(rows(&ahead)[0].len(), 3 + 31);
    let path = "/punctuality/export?format=csv&from=2026-01-01&to=2026-11-23";
    assert!(rows(&coordinator.get(path).await.file("csv")).len() > 40);
    let matrix = coordinator
        .get("/matrix/export?format=csv")
        .await
        .file("csv");
    assert!(rows(&matrix).len() > 642);
    let year = format!("/years/2026/export?format=csv&department_id={own}");
    let year = rows(&coordinator.get(&year).await.file("csv"));
    assert!(
        year.len() > 10 && year[1][8].contains("2026-01-01至"),
        "{:?}",
        year[1]
    );
    coordinator
        .get("/obligations/export?format=xlsx")
        .await
        .file("xlsx");
    coordinator
        .get("/obligations/export?format=doc")
        .await
        .refused(400, "malformed");
    let other = site.department("县财政局").await;
    let officer = site.sign_in("nyj-officer").await;
    officer
        .get(&format!(
            "/obligations/export?format=csv&department={other}"
        ))
        .await
        .refused(403, "not_allowed");
    let own_rows = rows(
        &officer
            .get("/obligations/export?format=csv")
            .await
            .file("csv"),
    );
    assert!(
        own_rows[1..own_rows.len() - 2]
            .iter()
            .all(|row| row[3].contains("县农业农村局"))
    );
}

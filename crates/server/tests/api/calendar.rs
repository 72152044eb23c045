//! The calendar: days, entries, totals, and what is refused.

use serde_json::Value;

use crate::county::Site;

fn day<'a>(calendar: &'a Value, date: &str) -> &'a Value {
    let days = calendar["days"].as_array().expect("days");
    days.iter()
        .find(|day| day["date"] == date)
        .expect("the day")
}

#[tokio::test]
async fn spring_festival_has_make_up_days() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let calendar = coordinator
        .get("/calendar?from=2026-02-01&to=2026-03-01")
        .await
        .ok();
    assert_eq!(calendar["days"].as_array().map(Vec::len), Some(29));
    assert_eq!(day(&calendar, "2026-02-14")["kind"], "make_up");
    assert_eq!(day(&calendar, "2026-02-17")["kind"], "holiday");
    assert_eq!(day(&calendar, "2026-02-28")["kind"], "make_up");
    assert_eq!(day(&calendar, "2026-02-07")["kind"], "weekend");
    assert_eq!(day(&calendar, "2026-02-09")["kind"], "work");
    assert_eq!(day(&calendar, "2026-02-09")["announced"], true);
}

#[tokio::test]
async fn a_year_that_is_not_announced_says_so() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let calendar = coordinator
        .get("/calendar?from=2026-12-31&to=2027-02-10")
        .await
        .ok();
    assert_eq!(day(&calendar, "2026-12-31")["announced"], true);
    assert_eq!(day(&calendar, "2027-01-01")["announced"], false);
    assert_eq!(day(&calendar, "2027-01-01")["kind"], "holiday");
    assert_eq!(day(&calendar, "2027-02-05")["kind"], "holiday");
}

#[tokio::test]
async fn entries_lie_in_the_span_and_totals_count_everything() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let calendar = coordinator
        .get("/calendar?from=2026-11-23&to=2026-12-23")
        .await
        .ok();
    let entries = calendar["entries"].as_array().expect("entries");
    let due: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry["due"].as_str())
        .collect();
    assert!(!due.is_empty());
    assert!(due.is_sorted());
    assert!(
        due.iter()
            .all(|due| ("2026-11-23"..="2026-12-23").contains(due))
    );
    assert!(
        entries
            .iter()
            .all(|e| e["arithmetic"].as_str().is_some_and(|a| !a.is_empty()))
    );
    let total: u64 = calendar["totals"]
        .as_array()
        .expect("totals")
        .iter()
        .filter_map(|total| total["count"].as_u64())
        .sum();
    assert!(total > entries.len() as u64);

    let one_day = coordinator
        .get("/calendar?from=2026-11-23&to=2026-11-23")
        .await
        .ok();
    assert_eq!(
        one_day["totals"], calendar["totals"],
        "totals do not depend on the span"
    );
    assert!(
        one_day["entries"]
            .as_array()
            .expect("entries")
            .iter()
            .any(|e| e["status"] == "due_today")
    );
}

#[tokio::test]
async fn a_span_is_at_most_a_year() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    coordinator
        .get("/calendar?from=2026-01-01&to=2027-01-02")
        .await
        .ok();
    for wrong in [
        "from=2026-01-01&to=2027-01-03",
        "from=2026-02-01&to=2026-01-31",
    ] {
        let answer = coordinator.get(&format!("/calendar?{wrong}")).await;
        let error = answer.refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], "to");
    }
    coordinator
        .get("/calendar?from=2026-02-30&to=2026-03-01")
        .await
        .refused(400, "malformed");
    coordinator.get("/calendar").await.refused(400, "malformed");
}

#[tokio::test]
async fn an_officer_sees_what_the_own_department_owes() {
    let site = Site::with_history().await;
    let own = site.department("县农业农村局").await;
    let other = site.department("县财政局").await;
    let officer = site.sign_in("nyj-officer").await;
    let calendar = officer
        .get("/calendar?from=2026-01-01&to=2026-12-31")
        .await
        .ok();
    for entry in calendar["entries"].as_array().expect("entries") {
        let owing = entry["department_ids"].as_array().expect("departments");
        assert!(owing.contains(&own), "{entry}");
    }
    officer
        .get(&format!(
            "/calendar?from=2026-11-01&to=2026-11-30&department_id={other}"
        ))
        .await
        .refused(403, "not_allowed");
    site.sign_in("auditor")
        .await
        .get("/calendar?from=2026-11-01&to=2026-11-30")
        .await
        .refused(403, "not_allowed");
}

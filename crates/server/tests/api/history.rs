//! The demonstration's past: every status occurs, and each judgement is the domain's.

use std::collections::BTreeMap;

use lanmu_domain::freshness::{Facts, judge};
use lanmu_server::service::freshness::{DutyFilter, duty_facts, standings};
use serde_json::Value;

use crate::county::{Demonstration, Site};

#[tokio::test]
async fn every_status_occurs_in_a_believable_share() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let calendar = coordinator
        .get("/calendar?from=2026-11-23&to=2026-11-23")
        .await
        .ok();
    let totals: BTreeMap<&str, u64> = calendar["totals"]
        .as_array()
        .expect("totals")
        .iter()
        .filter_map(|total| Some((total["status"].as_str()?, total["count"].as_u64()?)))
        .collect();
    let all: u64 = totals.values().sum();
    let share = |status: &str| 100.0 * totals[status] as f64 / all as f64;
    assert!((60.0..80.0).contains(&share("fresh")), "{totals:?}");
    assert!((4.0..13.0).contains(&share("due_soon")), "{totals:?}");
    assert!((7.0..18.0).contains(&share("overdue")), "{totals:?}");
    assert!((2.0..9.0).contains(&share("blank")), "{totals:?}");
    assert!((3..40).contains(&totals["due_today"]), "{totals:?}");
}

#[tokio::test]
async fn every_judgement_is_the_domains() {
    let site = Site::with_history().await;
    let today = site.today();
    let db = site.db();
    let county = standings(db, 1, today, &DutyFilter::All)
        .await
        .expect("standings");
    for standing in county.duties.iter().step_by(9) {
        let facts = duty_facts(db, 1, today, &standing.duty)
            .await
            .expect("facts");
        for owed in &standing.obligations {
            let given: Facts<'_> = facts.of(&standing.duty, &owed.departments, today);
            let judged = judge(
                &standing.duty.rules,
                &owed.departments,
                &given,
                &county.calendar,
                &county.timeline,
                today,
            );
            assert_eq!(judged, owed.judgement, "{:?}", standing.duty.column_path);
        }
    }
}

#[tokio::test]
async fn the_tour_finds_what_it_needs() {
    let site = Site::with_history().await;
    for (department, column, status) in [
        ("县农业农村局", "三农工作情况", "overdue"),
        ("县财政局", "信息公开目录", "overdue"),
        ("县财政局", "机构概况", "due_today"),
        ("县政府办公室", "公示公告", "overdue"),
        ("县农业农村局", "灾害防治", "blank"),
    ] {
        let duty_id = site.duty(department, column).await;
        let duty = site
            .sign_in("coordinator")
            .await
            .get(&format!("/duties/{duty_id}"))
            .await
            .ok();
        assert_eq!(duty["row"]["status"], status, "{column}");
    }
}

#[tokio::test]
async fn items_stand_in_every_state() {
    let site = Demonstration::start().await;
    for (login, state) in [
        ("wlj-officer", "published"),
        ("xcb-officer", "released"),
        ("tzl-officer", "returned"),
        ("czj-officer", "in_release_review"),
        ("zfb-officer", "in_section_review"),
        ("nyj-officer", "draft"),
    ] {
        let articles = site.sign_in(login).await.get("/articles").await.ok();
        let states: Vec<&Value> = articles["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|a| &a["state"])
            .collect();
        assert_eq!(states, [state], "{login}");
    }
    let verified = site
        .sign_in("auditor")
        .await
        .get("/ledger/verification")
        .await
        .ok();
    assert_eq!(verified["intact"], true);
}

#[tokio::test]
async fn titles_name_nobody_and_addresses_lead_nowhere() {
    let site = Site::with_history().await;
    let duty_id = site.duty("县财政局", "工作动态").await;
    let duty = site
        .sign_in("czj-officer")
        .await
        .get(&format!("/duties/{duty_id}"))
        .await
        .ok();
    for publication in duty["publications"].as_array().expect("publications") {
        let title = publication["title"].as_str().expect("title");
        assert!(title.starts_with("盐边县财政局"), "{title}");
        assert!(
            !title.contains(char::is_numeric) || title.contains('年'),
            "{title}"
        );
        let url = publication["url"].as_str().expect("url");
        assert!(url.starts_with("https://demo.lanmu.example/"), "{url}");
    }
}

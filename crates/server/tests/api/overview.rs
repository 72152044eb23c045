//! 形势: where reviews wait, and 按时率 month by month.

use chrono::DateTime;
use lanmu_api::path;
use lanmu_server::entity::article;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use crate::county::Site;
use crate::scene::{Scene, id_of, in_release, in_section};

async fn waiting(who: &crate::support::Actor) -> Vec<(String, String, Vec<u64>)> {
    let view = who.get(path::REVIEWS_WAITING).await.expect(200);
    let rows = view["rows"].as_array().expect("rows");
    let text = |row: &Value, name: &str| row[name].as_str().expect("a text").to_owned();
    rows.iter()
        .map(|row| {
            let days = row["days"].as_array().expect("days");
            (
                text(row, "department_name"),
                text(row, "stage"),
                days.iter().filter_map(Value::as_u64).collect(),
            )
        })
        .collect()
}

/// The item has been where it is since then.
async fn waits_since(scene: &Scene, id: i64, since: &str) {
    let since = DateTime::parse_from_rfc3339(since)
        .expect("a time")
        .to_utc();
    article::Entity::update_many()
        .col_expr(article::Column::StateSince, Expr::value(since))
        .filter(article::Column::Id.eq(id))
        .exec(scene.server.state.db.conn())
        .await
        .expect("the item is there");
}

#[tokio::test]
async fn waits_are_counted_in_working_days_by_stage() {
    let scene = Scene::new().await;
    // Wednesday, 11 March 2026: three working days after Friday, one after Tuesday.
    for (view, since) in [
        (in_section(&scene).await, "2026-03-06T16:00:00+08:00"),
        (in_section(&scene).await, "2026-03-10T09:00:00+08:00"),
        (in_release(&scene).await, "2026-03-10T23:30:00+08:00"),
    ] {
        waits_since(&scene, id_of(&view), since).await;
    }
    let department = || "县农业农村局".to_owned();
    let expected = [
        (department(), "section".to_owned(), vec![3, 1]),
        (department(), "release".to_owned(), vec![1]),
    ];
    let coordinator = scene.server.coordinator().await;
    assert_eq!(waiting(&coordinator).await, expected);
    let leader = scene.server.leader("县农业农村局").await;
    assert_eq!(waiting(&leader).await, expected);
    let other = scene.server.leader("县财政局").await;
    assert!(waiting(&other).await.is_empty(), "of another department");
    for path in [path::REVIEWS_WAITING, path::PUNCTUALITY_MONTHS] {
        let auditor = scene.server.audit_administrator().await;
        assert_eq!(auditor.get(path).await.code(403), "not_allowed");
        let anonymous = scene.server.anonymous();
        assert_eq!(anonymous.get(path).await.code(401), "not_signed_in");
    }
}

#[tokio::test]
async fn a_month_says_what_the_same_span_says_alone() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let months = coordinator.get("/punctuality/months?months=3").await.ok();
    let months = months["months"].as_array().expect("months").clone();
    assert_eq!(months.len(), 3);
    assert_eq!(months[2]["from"], "2026-11-01");
    assert_eq!(months[2]["to"], "2026-11-23");
    for month in months {
        let (from, to) = (month["from"].as_str(), month["to"].as_str());
        let span = format!("from={}&to={}", from.unwrap(), to.unwrap());
        let alone = coordinator.get(&format!("/punctuality?{span}")).await.ok();
        let sorted = |view: &Value| {
            let mut rows = view["departments"].as_array().expect("rows").clone();
            rows.sort_by_key(|row| row["department_id"].as_i64());
            rows
        };
        assert!(!sorted(&month).is_empty(), "{span}");
        assert_eq!(sorted(&month), sorted(&alone), "{span}");
    }
}

#[tokio::test]
async fn months_are_bounded_and_of_the_own_departments() {
    let site = Site::with_history().await;
    let leader = site.sign_in("czj-leader").await;
    let own = site.department("县财政局").await;
    let view = leader.get("/punctuality/months").await.ok();
    let months = view["months"].as_array().expect("months");
    assert_eq!(months.len(), 6);
    let departments = months
        .iter()
        .flat_map(|month| month["departments"].as_array());
    assert!(departments.flatten().all(|row| row["department_id"] == own));
    let other = site.department_id("县林业局").await;
    let url = format!("/punctuality/months?department_id={other}");
    leader.get(&url).await.refused(403, "not_allowed");
    for bad in ["months=0", "months=13", "until=2026-11-24"] {
        let answer = leader.get(&format!("/punctuality/months?{bad}")).await;
        answer.refused(422, "invalid");
    }
}

//! The matrix: who sees which part of it, and that nothing of the annex is missing.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::county::Site;

fn rows(matrix: &Value) -> &Vec<Value> {
    matrix["duties"].as_array().expect("duties")
}

#[tokio::test]
async fn the_county_has_every_row_and_every_department() {
    let site = Site::start().await;
    let matrix = site.sign_in("coordinator").await.get("/matrix").await.ok();
    let annex: BTreeSet<i64> = rows(&matrix)
        .iter()
        .filter_map(|row| row["annex_row"].as_i64())
        .collect();
    assert_eq!(annex, (1..=169).collect());
    assert_eq!(matrix["departments"].as_array().map(Vec::len), Some(53));
    assert_eq!(matrix["version"]["number"], 1);
    // The organisation pages are split into their sub-columns.
    assert!(rows(&matrix).len() > 600, "{}", rows(&matrix).len());
}

#[tokio::test]
async fn doubtful_rows_are_marked_and_shown() {
    let site = Site::start().await;
    let matrix = site.sign_in("coordinator").await.get("/matrix").await.ok();
    let doubtful: BTreeSet<i64> = rows(&matrix)
        .iter()
        .filter(|row| row["doubtful"] == true)
        .filter_map(|row| row["annex_row"].as_i64())
        .collect();
    for row in [75, 118, 121, 148, 166, 167, 169] {
        assert!(doubtful.contains(&row), "row {row} leaves something open");
    }
    assert!(!doubtful.contains(&125), "row 125 is clear");
    let nobody = rows(&matrix)
        .iter()
        .find(|row| row["annex_row"] == 167)
        .expect("row 167");
    assert_eq!(nobody["owners"], Value::Array(Vec::new()));
    assert_eq!(nobody["status"], "no_clock");
}

#[tokio::test]
async fn an_officer_sees_the_own_department_only() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let matrix = officer.get("/matrix").await.ok();
    let own = site.department("县农业农村局").await;
    for row in rows(&matrix) {
        let owners = row["owners"].as_array().expect("owners");
        assert!(
            owners.iter().any(|owner| owner["department_id"] == own),
            "{row}"
        );
        if row["mode"] == "each" {
            assert_eq!(owners.len(), 1, "what others owe is theirs: {row}");
        }
    }
    assert!(rows(&matrix).iter().any(|row| row["annex_row"] == 125));
    let asked = officer
        .get(&format!("/matrix?department_id={own}"))
        .await
        .ok();
    assert_eq!(asked["duties"], matrix["duties"]);
}

#[tokio::test]
async fn a_department_of_others_is_refused() {
    let site = Site::start().await;
    let other = site.department("县财政局").await;
    let officer = site.sign_in("nyj-officer").await;
    officer
        .get(&format!("/matrix?department_id={other}"))
        .await
        .refused(403, "not_allowed");
    site.sign_in("sysadmin")
        .await
        .get("/matrix")
        .await
        .refused(403, "not_allowed");
    site.anon()
        .get("/matrix")
        .await
        .refused(401, "not_signed_in");
}

#[tokio::test]
async fn the_coordinator_filters_by_department() {
    let site = Site::start().await;
    let finance = site.department("县财政局").await;
    let coordinator = site.sign_in("coordinator").await;
    let matrix = coordinator
        .get(&format!("/matrix?department_id={finance}"))
        .await
        .ok();
    assert!(rows(&matrix).iter().all(|row| {
        row["owners"]
            .as_array()
            .is_some_and(|o| o.iter().any(|o| o["department_id"] == finance))
    }));
    coordinator
        .get("/matrix?department_id=x")
        .await
        .refused(400, "malformed");
}

#[tokio::test]
async fn a_column_and_its_owners_are_found_by_the_initials_of_their_names() {
    let site = Site::start().await;
    let matrix = site.sign_in("coordinator").await.get("/matrix").await.ok();
    let finance = site.department("县财政局").await;
    let owned = rows(&matrix).iter().filter(|row| {
        let owners = row["owners"].as_array().expect("owners");
        owners.iter().any(|owner| owner["department_id"] == finance)
    });
    for row in owned {
        let initials = row["initials"].as_str().expect("initials");
        assert!(initials.contains("xczj"), "{row}");
    }
    let first = &rows(&matrix)[0]["initials"];
    assert_eq!(first, "zjyb ybgk jbqk xszb");
}

//! 红线: how far the site is from the single vetoes.

use serde_json::{Value, json};

use crate::county::Site;

fn line<'a>(view: &'a Value, indicator: &str) -> &'a Value {
    view["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|measured| &measured["line"])
        .find(|line| line["indicator"] == indicator)
        .expect("the indicator")
}

#[tokio::test]
async fn the_numbers_are_those_of_the_matrix() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let view = coordinator.get("/red-lines").await.ok();
    let matrix = coordinator.get("/matrix").await.ok();
    let mut blank: Vec<i64> = matrix["duties"]
        .as_array()
        .expect("duties")
        .iter()
        .filter(|duty| duty["status"] == "blank")
        .map(|duty| duty["column_id"].as_i64().expect("a column"))
        .collect();
    blank.sort_unstable();
    blank.dedup();
    let measured = line(&view, "blank");
    assert_eq!(measured["value"], blank.len());
    assert_eq!(
        measured["entries"].as_array().expect("entries").len(),
        blank.len()
    );
    assert_eq!(
        (&measured["limit"], &measured["warning"]),
        (&json!(5), &json!(3))
    );
    assert_eq!(measured["level"], "crossed");
    let basis = view["lines"][3]["basis"][0].as_str().expect("a basis");
    assert!(basis.contains("国办秘函〔2019〕19号"), "{basis}");
    assert_eq!(line(&view, "home_page")["level"], "clear");
}

#[tokio::test]
async fn an_officer_sees_the_numbers_and_the_own_part_of_the_lists() {
    let site = Site::with_history().await;
    let own = site.department("县农业农村局").await;
    let whole = site
        .sign_in("coordinator")
        .await
        .get("/red-lines")
        .await
        .ok();
    let part = site
        .sign_in("nyj-officer")
        .await
        .get("/red-lines")
        .await
        .ok();
    let (all, seen) = (line(&whole, "blank"), line(&part, "blank"));
    assert_eq!(all["value"], seen["value"]);
    let entries = seen["entries"].as_array().expect("entries");
    assert!(!entries.is_empty());
    assert!(entries.len() < all["entries"].as_array().expect("entries").len());
    assert!(
        entries
            .iter()
            .all(|entry| entry["department_ids"].as_array().unwrap().contains(&own))
    );
    site.sign_in("auditor")
        .await
        .get("/red-lines")
        .await
        .refused(403, "not_allowed");
}

#[tokio::test]
async fn a_past_day_and_the_file_say_the_same() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let view = coordinator.get("/red-lines?as_of=2026-10-01").await.ok();
    assert_eq!(
        (&view["today"], &view["past"]),
        (&json!("2026-10-01"), &json!(true))
    );
    let text = coordinator
        .get("/red-lines/export?format=csv&as_of=2026-10-01")
        .await
        .file("csv");
    let blank = line(&view, "blank")["value"].as_u64().expect("a number");
    assert!(
        text.contains(&format!("空白栏目,已触红线,{blank}／5个栏目")),
        "{text}"
    );
    coordinator
        .get("/red-lines?as_of=2026-11-24")
        .await
        .refused(422, "invalid");
}

#[tokio::test]
async fn a_threshold_that_is_changed_moves_the_line_from_its_day_on() {
    let site = Site::with_history().await;
    let coordinator = site.sign_in("coordinator").await;
    let change = json!({
        "key": "red_blank", "value": 300, "basis": "省级指标调整",
        "effective_from": "2026-11-23", "reason": "按省级指标执行",
    });
    coordinator.post("/figures", &change).await.created();
    let now = coordinator.get("/red-lines").await.ok();
    let blank = line(&now, "blank");
    assert_eq!(
        (&blank["limit"], &blank["level"]),
        (&json!(300), &json!("warned"))
    );
    assert_eq!(now["lines"][3]["basis"][0], "省级指标调整");
    let yesterday = coordinator.get("/red-lines?as_of=2026-11-22").await.ok();
    let blank = line(&yesterday, "blank");
    assert_eq!(
        (&blank["limit"], &blank["level"]),
        (&json!(5), &json!("crossed"))
    );
}

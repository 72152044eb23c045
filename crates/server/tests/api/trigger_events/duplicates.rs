//! The same 文号 twice.

use serde_json::json;

use super::{document, registered};
use crate::county::Site;

#[tokio::test]
async fn the_same_number_for_the_same_department_is_refused_unless_it_is_meant() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let mut event = document(&site).await;
    registered(&officer, &event).await;
    event["document_number"] = json!("盐财[2026] 18号");
    let error = officer
        .post("/events", &event)
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "document_number");
    let message = error["message"].as_str().unwrap();
    for part in [
        "盐财〔2026〕18号",
        "县财政局",
        "2026年11月20日（周五）",
        "项目资金管理办法",
    ] {
        assert!(message.contains(part), "{message}");
    }
    event["again"] = json!(true);
    registered(&officer, &event).await;
}

#[tokio::test]
async fn another_department_may_register_the_same_number() {
    let site = Site::start().await;
    let event = document(&site).await;
    registered(&site.sign_in("czj-officer").await, &event).await;
    let mut theirs = event.clone();
    theirs["duty_ids"] = json!([site.duty("县农业农村局", "法规公文").await]);
    theirs["department_ids"] = json!([site.department_id("县农业农村局").await]);
    registered(&site.sign_in("nyj-officer").await, &theirs).await;
    // For everybody: both are among them.
    let mut all = event;
    all["duty_ids"] = json!([site.duty("县财政局", "部门文件").await]);
    all["department_ids"] = json!([]);
    let coordinator = site.sign_in("coordinator").await;
    coordinator
        .post("/events", &all)
        .await
        .refused(422, "invalid");
}

#[tokio::test]
async fn what_was_cancelled_can_be_registered_again() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let event = document(&site).await;
    let id = registered(&officer, &event).await;
    let cancel = format!("/events/{id}/cancel");
    officer
        .post(&cancel, &json!({"reason": "日期有误"}))
        .await
        .ok();
    registered(&officer, &event).await;
}

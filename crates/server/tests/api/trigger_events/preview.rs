//! What an event would ask for, before it is registered.

use crate::county::Site;

#[tokio::test]
async fn the_preview_has_the_columns_that_one_may_choose_with_their_due_dates() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let path = "/events/preview?trigger=document_issued&occurred_on=2026-11-20";
    let duties = officer.get(path).await.ok();
    let columns: Vec<&str> = duties
        .as_array()
        .unwrap()
        .iter()
        .map(|duty| duty["column_path"].as_array().unwrap().last().unwrap())
        .map(|name| name.as_str().unwrap())
        .collect();
    assert_eq!(columns, ["法规公文", "部门文件"]);
    // Of a column that many owe each, the own part only.
    for duty in duties.as_array().unwrap() {
        assert_eq!(duty["owners"].as_array().unwrap().len(), 1);
        let dues = duty["dues"].as_array().unwrap();
        assert_eq!(dues.len(), 1, "{duty}");
        assert_eq!(dues[0]["due"], "2026-11-25");
        assert_eq!(dues[0]["status"], "waiting");
        let words = dues[0]["arithmetic"].as_str().unwrap();
        assert!(
            words.contains("2026年11月25日（周三）") && words.contains("补登，晚 3 天"),
            "{words}"
        );
    }
    let only = format!("{path}&duty_id={}", duties[0]["duty_id"]);
    assert_eq!(officer.get(&only).await.ok().as_array().unwrap().len(), 1);
    let coordinator = site.sign_in("coordinator").await;
    let all = coordinator.get(path).await.ok();
    assert!(all.as_array().unwrap().len() > 40);
}

#[tokio::test]
async fn the_preview_is_for_those_who_register() {
    let site = Site::start().await;
    let path = "/events/preview?trigger=change&occurred_on=";
    let head = site.sign_in("czj-head").await;
    let today = format!("{path}2026-11-23");
    head.get(&today).await.refused(403, "not_allowed");
    let officer = site.sign_in("czj-officer").await;
    for day in ["2026-11-24", "2025-01-01"] {
        let error = officer.get(&format!("{path}{day}")).await;
        let error = error.refused(422, "invalid");
        assert_eq!(error["fields"][0]["field"], "occurred_on");
    }
}

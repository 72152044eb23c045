//! Cancelling: what it ends, who may, and that it is written down.

use serde_json::json;

use super::{change, document, ids, kept, obligation, obligations, registered, seen};
use crate::county::Site;

#[tokio::test]
async fn a_cancelled_event_obliges_nobody_and_stays_in_the_list() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let event = document(&site).await;
    kept(&site, &event).await;
    let id = registered(&officer, &event).await;
    let duty = format!("/duties/{}", event["duty_ids"][0]);
    let calendar = "/calendar?from=2026-11-25&to=2026-11-25";
    assert_eq!(officer.get(&duty).await.ok()["row"]["due"], "2026-11-25");
    let before = officer.get(calendar).await.ok();

    let path = format!("/events/{id}/cancel");
    let error = officer
        .post(&path, &json!({"reason": " "}))
        .await
        .refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "reason");
    let reason = json!({"reason": "文件尚未印发，登记有误"});
    let event = officer.post(&path, &reason).await.ok();
    assert_eq!(event["state"], "cancelled");
    assert_eq!(event["may_cancel"], false);
    assert_eq!(event["cancelled"]["reason"], "文件尚未印发，登记有误");
    assert!(!event["cancelled"]["by"].as_str().unwrap().is_empty());
    assert_eq!(
        obligations(&event),
        [obligation("县财政局", "not_asked", "")]
    );

    let line = site.last_ledger_line().await;
    assert_eq!(line.act, "event_cancelled");
    assert_eq!(line.subject, "关于印发项目资金管理办法的通知");
    assert_eq!(line.department_name, "县财政局");
    assert!(
        line.note.contains("文件尚未印发，登记有误"),
        "{}",
        line.note
    );
    assert_ne!(officer.get(&duty).await.ok()["row"]["due"], "2026-11-25");
    assert_eq!(officer.get(&duty).await.ok()["open_events"], json!([]));
    let entries = |view: &serde_json::Value| view["entries"].as_array().unwrap().len();
    let after = officer.get(calendar).await.ok();
    assert_eq!(entries(&after) + 1, entries(&before));
    assert_eq!(ids(&officer, "?state=cancelled").await, [id]);
    assert_eq!(ids(&officer, "?state=open").await, Vec::<i64>::new());

    officer.post(&path, &reason).await.refused(409, "refused");
    let coordinator = site.sign_in("coordinator").await;
    coordinator
        .post(&path, &reason)
        .await
        .refused(409, "refused");
}

#[tokio::test]
async fn an_officer_cancels_what_obliges_the_own_department_only() {
    let site = Site::start().await;
    let coordinator = site.sign_in("coordinator").await;
    let id = registered(&coordinator, &change(&site).await).await;
    let path = format!("/events/{id}/cancel");
    let reason = json!({"reason": "登记有误"});
    let error = site
        .sign_in("zfb-officer")
        .await
        .post(&path, &reason)
        .await
        .refused(403, "not_allowed");
    assert!(error["message"].as_str().unwrap().contains("协调人"));
    let head = site.sign_in("zfb-head").await;
    head.post(&path, &reason).await.refused(403, "not_allowed");
    let others = site.sign_in("nyj-officer").await;
    others.post(&path, &reason).await.refused(404, "not_found");
    assert_eq!(seen(&coordinator, id).await["state"], "open");
    coordinator.post(&path, &reason).await.ok();
    // Several departments: the line is the site's.
    assert_eq!(site.last_ledger_line().await.department_id, None);
}

#[tokio::test]
async fn what_a_publication_names_only_the_coordinator_cancels() {
    let site = Site::start().await;
    let officer = site.sign_in("czj-officer").await;
    let event = document(&site).await;
    let id = registered(&officer, &event).await;
    let (duty, finance) = (&event["duty_ids"][0], &event["department_ids"][0]);
    let at = "2026-11-23T08:00:00+08:00";
    site.publish(duty.as_i64().unwrap(), finance.as_i64().unwrap(), at, &[id])
        .await;
    assert_eq!(seen(&officer, id).await["may_cancel"], false);
    let path = format!("/events/{id}/cancel");
    let reason = json!({"reason": "重复登记"});
    let error = officer
        .post(&path, &reason)
        .await
        .refused(403, "not_allowed");
    assert!(error["message"].as_str().unwrap().contains("发布记录"));
    let coordinator = site.sign_in("coordinator").await;
    assert_eq!(
        coordinator.post(&path, &reason).await.ok()["state"],
        "cancelled"
    );
}

//! Two coordinators at once: nothing is overwritten unseen.

use serde_json::json;

use super::{DAY, act, column, coordinator, draft, drafted, id, put, text};
use crate::county::Site;

#[tokio::test]
async fn who_saves_second_is_told_who_was_first() {
    let site = Site::start().await;
    let (first, second) = (coordinator(&site).await, coordinator(&site).await);
    let view = drafted(&first, DAY, &[]).await;
    let path = format!("/matrix/drafts/{}", view["id"]);
    let mut body = draft(DAY, &[]);
    body["version"] = view["version"].clone();
    let saved = first.put(&path, &body).await.ok();
    assert_eq!(saved["version"], 2);
    let error = second.put(&path, &body).await.refused(409, "stale");
    assert_eq!(error["conflict"]["version"], 2);
    assert!(
        text(&error["message"]).contains("修改了这份草案"),
        "{error}"
    );
    let put = json!({"version": 1, "seen": view["seen"]});
    second
        .post(&act(&view, "put-in-force"), &put)
        .await
        .refused(409, "stale");
}

#[tokio::test]
async fn what_changed_at_the_same_place_has_to_be_looked_at_first() {
    let site = Site::start().await;
    let (first, second) = (coordinator(&site).await, coordinator(&site).await);
    let market = column(&first, &["三农服务", "市场信息"]).await;
    let policy = column(&first, &["三农服务", "惠农政策"]).await;
    let rename = json!({"kind": "rename_column", "column": id(market), "name": "市场行情"});
    let view = drafted(&first, DAY, &[rename]).await;
    assert_eq!(view["overlaps"], json!([]));
    // Elsewhere: nobody's business.
    let close = json!({"closed_on": "2026-11-25", "reason": "停用"});
    second
        .post(&format!("/columns/{policy}/close"), &close)
        .await
        .created();
    // The same place.
    let rules = json!({
        "reach": "default", "rules": [{"kind": "elapsed", "period": {"unit": "months", "count": 1}}],
        "basis": "通知", "effective_from": "2026-11-23", "reason": "加强更新",
    });
    second
        .post(&format!("/columns/{market}/rules"), &rules)
        .await
        .created();
    let body = json!({"version": view["version"], "seen": view["seen"]});
    let error = first
        .post(&act(&view, "put-in-force"), &body)
        .await
        .refused(409, "stale");
    assert!(
        text(&error["message"]).contains("三农服务 / 市场信息"),
        "{error}"
    );
    let again = first
        .get(&format!("/matrix/drafts/{}", view["id"]))
        .await
        .ok();
    let overlaps = again["overlaps"].as_array().expect("overlaps");
    assert_eq!(overlaps.len(), 1, "{overlaps:?}");
    assert_eq!(overlaps[0]["what"], "设定更新要求");
    assert_eq!(put(&first, &again).await["number"], 2);
}

//! Two coordinators at once: nothing is overwritten unseen.

use serde_json::{Value, json};

use super::{DAY, act, column, coordinator, draft, drafted, id, put, text};
use crate::county::{Person, Site};

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

/// Says that the draft is open, or left; the others.
async fn at(who: &Person, view: &Value, leaving: bool) -> Vec<Value> {
    let body = json!({"leaving": leaving});
    let others = who.post(&act(view, "presence"), &body).await.ok();
    others.as_array().expect("people").clone()
}

#[tokio::test]
async fn two_in_one_draft_see_each_other_until_one_leaves_or_falls_silent() {
    let site = Site::start().await;
    let (first, second) = (coordinator(&site).await, site.second_coordinator().await);
    let view = drafted(&first, DAY, &[]).await;
    let elsewhere = drafted(&second, DAY, &[]).await;
    assert!(at(&first, &view, false).await.is_empty());
    assert!(at(&second, &elsewhere, false).await.is_empty());
    let others = at(&second, &view, false).await;
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!(others[0]["name"], first.0.name.as_str());
    assert_eq!(others[0]["since"], "2026-11-23T09:30:00+08:00");
    assert_eq!(
        at(&first, &view, false).await[0]["name"],
        second.0.name.as_str()
    );
    at(&first, &view, true).await;
    assert!(at(&second, &view, false).await.is_empty());
    assert_eq!(at(&first, &view, false).await.len(), 1);
    site.advance_seconds(91);
    assert!(at(&first, &view, false).await.is_empty());
    // It is no act, and hinders none.
    assert_eq!(site.last_ledger_line().await.act, "matrix_drafted");
    at(&second, &view, false).await;
    let version = json!({"version": view["version"]});
    first.post(&act(&view, "discard"), &version).await.ok();
    let gone = second.post(&act(&view, "presence"), &json!({})).await;
    gone.refused(404, "not_found");
}

//! An article, brought as far as a test needs it.

use lanmu_api::path;
use serde_json::{Value, json};

use super::Scene;

/// A content that can be submitted.
pub fn content(column_id: i64) -> Value {
    json!({
        "title": "关于春耕物资供应的通知",
        "document_number": "盐农〔2026〕1号",
        "column_id": column_id,
        "source": { "kind": "original" },
        "body": "<p>各单位：</p><p>请做好春耕物资供应。</p>",
        "attribute": "proactive",
        "attribute_reason": "",
        "legal_basis": "",
    })
}

/// A content that is not to be public, with what it needs.
pub fn withheld(column_id: i64) -> Value {
    let mut content = content(column_id);
    content["attribute"] = json!("withheld");
    content["attribute_reason"] = json!("征求意见稿，尚在讨论");
    content["legal_basis"] =
        json!("《中华人民共和国政府信息公开条例》第十六条第二款（过程性信息）");
    content
}

/// Withheld by three people.
pub async fn filed(scene: &Scene) -> Value {
    let body = json!({ "department_id": scene.agriculture, "content": withheld(scene.market) });
    let view = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    let view = scene.officer.act(&view, "submit", json!({})).await;
    let view = scene.head.approve(&view.expect(200), Some("clear")).await;
    scene
        .leader
        .approve(&view.expect(200), None)
        .await
        .expect(200)
}

/// A draft of the officer's for the notices.
pub async fn draft(scene: &Scene) -> Value {
    let body = json!({ "department_id": scene.agriculture, "content": content(scene.market) });
    scene.officer.post(path::ARTICLES, &body).await.expect(201)
}

/// Submitted by the officer.
pub async fn in_section(scene: &Scene) -> Value {
    let view = draft(scene).await;
    scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200)
}

/// Approved by the section head.
pub async fn in_release(scene: &Scene) -> Value {
    let view = in_section(scene).await;
    scene.head.approve(&view, Some("clear")).await.expect(200)
}

/// Released by the leader.
pub async fn released(scene: &Scene) -> Value {
    let view = in_release(scene).await;
    scene.leader.approve(&view, None).await.expect(200)
}

pub fn id_of(view: &Value) -> i64 {
    view["row"]["id"].as_i64().expect("an id")
}

pub fn version_of(view: &Value) -> i64 {
    view["version"].as_i64().expect("a version")
}

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

//! Two people in one draft know of each other.

use chrono::Duration;
use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, draft, id_of};
use crate::support::Actor;

async fn at(who: &Actor, id: i64, leaving: bool) -> Vec<Value> {
    let body = json!({ "leaving": leaving });
    let others = who
        .post(&path::article_presence(id), &body)
        .await
        .expect(200);
    others.as_array().expect("people").clone()
}

#[tokio::test]
async fn two_officers_in_one_draft_see_each_other_until_one_leaves_or_falls_silent() {
    let scene = Scene::new().await;
    let id = id_of(&draft(&scene).await);
    assert!(at(&scene.officer, id, false).await.is_empty());
    scene.server.advance(Duration::seconds(20));
    let others = at(&scene.colleague, id, false).await;
    assert_eq!(others.len(), 1);
    assert_eq!(others[0]["name"], scene.officer.name.as_str());
    assert_eq!(others[0]["post"], "县农业农村局填录人员");
    assert_eq!(others[0]["since"], "2026-03-11T10:00:00+08:00");
    // Saying so again is no second arrival.
    scene.server.advance(Duration::seconds(60));
    assert_eq!(at(&scene.officer, id, false).await.len(), 1);
    let others = at(&scene.colleague, id, false).await;
    assert_eq!(others[0]["since"], "2026-03-11T10:00:00+08:00");
    assert_eq!(at(&scene.officer, id, true).await.len(), 1);
    assert!(at(&scene.colleague, id, false).await.is_empty());
    assert_eq!(at(&scene.officer, id, false).await.len(), 1);
    scene.server.advance(Duration::seconds(91));
    assert!(at(&scene.officer, id, false).await.is_empty());
    // It is no act, and a draft goes with whoever is in it.
    assert_eq!(scene.ledger_acts().await, ["article_created"]);
    let view = scene.officer.get(&path::article(id)).await.expect(200);
    let gone = scene.officer.act(&view, "delete", json!({})).await;
    assert!(gone.status < 300, "{}", gone.text);
}

#[tokio::test]
async fn only_who_writes_the_item_is_told() {
    let scene = Scene::new().await;
    let id = id_of(&draft(&scene).await);
    let address = path::article_presence(id);
    let body = json!({});
    assert_eq!(scene.head.post(&address, &body).await.status, 403);
    assert_eq!(scene.coordinator.post(&address, &body).await.status, 403);
    assert_eq!(
        scene.finance_officer.post(&address, &body).await.status,
        404
    );
}

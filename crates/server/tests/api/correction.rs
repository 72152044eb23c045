//! 更正: a public item is put right by another one that goes through its own reviews.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, content, id_of, released};
use crate::support::Actor;

async fn see(who: &Actor, view: &Value) -> Value {
    who.get(&path::article(id_of(view))).await.expect(200)
}

async fn published(scene: &Scene) -> Value {
    let view = released(scene).await;
    scene.officer.publish(&view, &[]).await.expect(200)
}

/// The correction with another title, released.
async fn correction(scene: &Scene, view: &Value) -> Value {
    let draft = scene.officer.act(view, "correct", json!({})).await;
    let draft = draft.expect(200);
    let mut changed = content(scene.market);
    changed["title"] = json!("关于春耕物资供应的通知（更正）");
    let body = json!({ "version": draft["version"], "content": changed });
    let address = path::article(id_of(&draft));
    let draft = scene.officer.put(&address, &body).await.expect(200);
    let view = scene.officer.act(&draft, "submit", json!({})).await;
    let view = scene.head.approve(&view.expect(200), Some("clear")).await;
    scene
        .leader
        .approve(&view.expect(200), None)
        .await
        .expect(200)
}

/// An item that was corrected.
pub async fn corrected(scene: &Scene) -> Value {
    let view = published(scene).await;
    let correction = correction(scene, &view).await;
    scene.officer.publish(&correction, &[]).await.expect(200);
    see(&scene.officer, &view).await
}

#[tokio::test]
async fn it_goes_through_its_own_reviews_and_takes_the_place_of_what_it_corrects() {
    let scene = Scene::new().await;
    let view = published(&scene).await;
    let draft = scene.officer.act(&view, "correct", json!({})).await;
    let draft = draft.expect(200);
    assert_ne!(id_of(&draft), id_of(&view));
    assert_eq!(draft["row"]["state"], "draft");
    assert_eq!(draft["content"], view["content"]);
    assert_eq!(draft["corrects"]["id"], id_of(&view));
    assert_eq!(draft["live"]["content"], view["content"]);
    let before = see(&scene.officer, &view).await;
    assert_eq!(before["row"]["state"], "published");
    assert_eq!(before["corrected_by"]["id"], id_of(&draft));
    let gone = scene.officer.act(&draft, "delete", json!({})).await;
    assert!(gone.status < 300, "{}", gone.text);

    let view = see(&scene.officer, &view).await;
    let correction = correction(&scene, &view).await;
    let compared = format!(
        "{}/comparison?against=live",
        path::article(id_of(&correction))
    );
    let compared = scene.leader.get(&compared).await.expect(200);
    assert_eq!(
        compared["former"]["content"]["title"],
        "关于春耕物资供应的通知"
    );
    scene.later(20);
    let public = scene.officer.publish(&correction, &[]).await.expect(200);
    assert_eq!(public["row"]["state"], "published");
    let former = see(&scene.officer, &view).await;
    assert_eq!(former["row"]["state"], "corrected");
    assert_eq!(former["corrected_by"]["state"], "published");
    assert_eq!(former["publication"]["withdrawal"], Value::Null);
    let told = scene.notified(&scene.leader).await;
    assert!(told.iter().any(|text| text.contains("替代")), "{told:?}");
    let acts = scene.ledger_acts().await;
    for act in ["correction_begun", "corrected"] {
        assert!(acts.iter().any(|known| known == act), "{acts:?}");
    }
    scene.nothing_went_out_unapproved().await;
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn there_is_one_at_a_time_and_only_of_what_is_public() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let early = scene.officer.act(&view, "correct", json!({})).await;
    assert_eq!(early.refusals(), ["state_forbids"]);
    let view = scene.officer.publish(&view, &[]).await.expect(200);
    let (one, other) = tokio::join!(
        scene.officer.act(&view, "correct", json!({})),
        scene.colleague.act(&view, "correct", json!({})),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.text, other.text);
    let (draft, refused) = if one.status == 200 {
        (one, other)
    } else {
        (other, one)
    };
    assert_eq!(refused.refusals(), ["correction_open"]);
    let draft = draft.expect(200);
    let by = if draft["author_id"] == scene.officer.person_id {
        &scene.officer
    } else {
        &scene.colleague
    };
    let gone = by.act(&draft, "delete", json!({})).await;
    assert!(gone.status < 300, "{}", gone.text);
    let again = scene.officer.act(&view, "correct", json!({})).await;
    again.expect(200);
}

#[tokio::test]
async fn what_was_withdrawn_meanwhile_stays_withdrawn() {
    let scene = Scene::new().await;
    let view = published(&scene).await;
    let correction = correction(&scene, &view).await;
    let reason = json!({ "reason": "内容有误" });
    let withdrawn = scene.leader.act(&view, "withdraw", reason).await;
    withdrawn.expect(200);
    scene.officer.publish(&correction, &[]).await.expect(200);
    let now = see(&scene.officer, &view).await;
    assert_eq!(now["row"]["state"], "withdrawn");
}

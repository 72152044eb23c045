//! 审核箱: what waits for whom.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::json;

use crate::scene::{Scene, draft, id_of, in_release, in_section};

#[tokio::test]
async fn each_reviewer_sees_what_waits_for_the_own_stage_oldest_first() {
    let scene = Scene::new().await;
    let first = in_section(&scene).await;
    scene.later(5);
    let second = in_section(&scene).await;
    scene.later(5);
    let third = in_release(&scene).await;

    assert_eq!(scene.head.inbox("").await, [id_of(&first), id_of(&second)]);
    assert_eq!(scene.leader.inbox("").await, [id_of(&third)]);
    assert!(scene.finance_head.inbox("").await.is_empty());
    for person in [&scene.officer, &scene.coordinator, &scene.auditor] {
        assert_eq!(person.get(path::INBOX).await.code(403), "not_allowed");
    }
}

#[tokio::test]
async fn what_one_signed_or_wrote_oneself_does_not_wait() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.head, Role::Leader, scene.agriculture)
        .await;
    scene
        .grant(&scene.officer, Role::SectionHead, scene.agriculture)
        .await;
    let view = in_section(&scene).await;
    assert!(scene.officer.inbox("").await.is_empty(), "the author's own");
    assert_eq!(scene.head.inbox("").await, [id_of(&view)]);
    scene.head.approve(&view, Some("clear")).await.expect(200);
    assert!(
        scene.head.inbox("").await.is_empty(),
        "signed at the stage before"
    );
    assert_eq!(scene.leader.inbox("").await, [id_of(&view)]);
}

#[tokio::test]
async fn a_signature_that_was_voided_does_not_hide_the_item() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    let view = scene
        .leader
        .send_back(&view, "请补充附件")
        .await
        .expect(200);
    scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    assert_eq!(scene.head.inbox("").await, [id_of(&view)]);
}

#[tokio::test]
async fn it_filters_by_stage_and_pages_by_seek() {
    let scene = Scene::new().await;
    scene.grant(&scene.head, Role::Leader, scene.finance).await;
    let mut ids = Vec::new();
    for n in 0..5 {
        // Two of them in the same millisecond.
        if n != 3 {
            scene.later(1);
        }
        ids.push(id_of(&in_section(&scene).await));
    }
    draft(&scene).await;
    let mut seen = Vec::new();
    let mut address = format!("{}?limit=2", path::INBOX);
    loop {
        let page = scene.head.get(&address).await.expect(200);
        assert_eq!(page["meta"]["total"], 5);
        seen.extend(
            page["items"]
                .as_array()
                .expect("items")
                .iter()
                .map(|row| row["id"].clone()),
        );
        let Some(next) = page["meta"]["next"].as_str() else {
            break;
        };
        address = format!("{}?limit=2&after={next}", path::INBOX);
    }
    assert_eq!(seen, ids);
    assert_eq!(scene.head.inbox("?stage=section").await, ids);
    assert!(scene.head.inbox("?stage=release").await.is_empty());
    assert!(scene.head.inbox("?stage=first").await.is_empty());
    for bad in ["stage=x", "after=1", "after=x_1"] {
        let answer = scene.head.get(&format!("{}?{bad}", path::INBOX)).await;
        assert_eq!(answer.code(400), "malformed", "{bad}");
    }
}

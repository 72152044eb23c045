//! Two people at once, a lost answer, a write that fails: nothing twice, nothing by halves.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::json;

use crate::scene::{Scene, content, draft, id_of, in_release, in_section};

#[tokio::test]
async fn a_second_open_review_is_refused_by_the_database_too() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    scene.open_review_behind(&view).await;
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["review_open"]);
    assert_eq!(scene.ledger_acts().await, ["article_created"]);
}

#[tokio::test]
async fn a_retry_of_an_approval_does_nothing_twice() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let body = json!({
        "version": view["version"], "revision": view["revision"], "secrecy": "clear"
    });
    let act = path::article_act(id_of(&view), "approve");
    let first = scene
        .head
        .post_again(&act, "retry-1", &body)
        .await
        .expect(200);
    let again = scene
        .head
        .post_again(&act, "retry-1", &body)
        .await
        .expect(200);
    assert_eq!(first, again);
    let acts = scene.ledger_acts().await;
    assert_eq!(
        acts.iter().filter(|act| *act == "section_approved").count(),
        1
    );
}

#[tokio::test]
async fn of_two_approvals_in_the_same_instant_exactly_one_succeeds() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.colleague, Role::SectionHead, scene.agriculture)
        .await;
    for _ in 0..20 {
        let view = in_section(&scene).await;
        let (one, other) = tokio::join!(
            scene.head.approve(&view, Some("clear")),
            scene.colleague.approve(&view, Some("clear")),
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let loser = if one.status == 409 { one } else { other };
        assert_eq!(loser.code(409), "stale");
        assert_eq!(loser.json["error"]["conflict"]["what"], "审核同意");
        let now = scene
            .officer
            .get(&path::article(id_of(&view)))
            .await
            .expect(200);
        assert_eq!(now["signatures"].as_array().map(Vec::len), Some(2));
    }
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn approve_and_edit_in_the_same_instant_do_not_mix() {
    let scene = Scene::new().await;
    for n in 0..10 {
        let view = in_release(&scene).await;
        let mut changed = content(scene.market);
        changed["title"] = json!(format!("第{n}次修改"));
        let address = path::article(id_of(&view));
        let body = json!({ "version": view["version"], "content": changed });
        let (approved, edited) = tokio::join!(
            scene.leader.approve(&view, None),
            scene.officer.put(&address, &body)
        );
        let mut statuses = [approved.status, edited.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
    }
}

#[tokio::test]
async fn nothing_is_half_stored_when_a_write_fails() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let lines = scene.ledger_acts().await.len();
    // The last thing that an act writes is the ledger: let exactly that fail.
    scene.break_ledger().await;
    let failed = scene.head.approve(&view, Some("clear")).await;
    assert_eq!(failed.code(500), "internal");
    scene.mend_ledger().await;
    let now = scene
        .officer
        .get(&path::article(id_of(&view)))
        .await
        .expect(200);
    assert_eq!(now["version"], view["version"]);
    assert_eq!(now["signatures"].as_array().map(Vec::len), Some(1));
    assert_eq!(now["opinions"].as_array().map(Vec::len), Some(1));
    assert!(scene.notified(&scene.leader).await.is_empty());
    assert_eq!(scene.ledger_acts().await.len(), lines);
    scene.head.approve(&view, Some("clear")).await.expect(200);
    assert!(scene.ledger_is_intact().await);
}

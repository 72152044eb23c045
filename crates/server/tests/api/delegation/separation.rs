//! Nobody takes part in two stages of one review.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::json;

use crate::scene::{Scene, draft, id_of, in_release, in_section};

#[tokio::test]
async fn a_principal_whose_delegate_signed_cannot_sign_another_stage() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.head, Role::Leader, scene.agriculture)
        .await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.colleague, 20)
        .await;
    let view = in_section(&scene).await;
    let view = scene
        .colleague
        .approve(&view, Some("clear"))
        .await
        .expect(200);
    assert!(scene.head.inbox("").await.is_empty());
    let refused = scene.head.approve(&view, None).await;
    assert_eq!(refused.refusals(), ["signed_by_delegate"]);
    assert_eq!(
        scene.leader.approve(&view, None).await.expect(200)["row"]["state"],
        "released"
    );
    let refusals = scene.ledger_acts().await;
    assert!(refusals.contains(&"refused".to_owned()));
}

#[tokio::test]
async fn a_delegate_who_signed_or_wrote_cannot_act_for_the_leader() {
    let scene = Scene::new().await;
    for person in [&scene.officer, &scene.head] {
        let id = scene.pass_on(&scene.leader, Role::Leader, person, 20).await;
        let view = in_release(&scene).await;
        assert!(person.inbox("?stage=release").await.is_empty());
        let refused = person.approve(&view, None).await;
        assert!(refused.refusals().contains(&"same_person".to_owned()));
        let refused = person.send_back(&view, "不行").await;
        assert!(refused.refusals().contains(&"same_person".to_owned()));
        scene.leader.end_delegation(id).await.expect(200);
    }
}

#[tokio::test]
async fn nobody_acts_for_who_wrote_or_signed() {
    let scene = Scene::new().await;
    // The head has written the item as an officer: the delegate cannot review for the head.
    scene
        .grant(&scene.head, Role::Officer, scene.agriculture)
        .await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.finance_head, 20)
        .await;
    let body = json!({
        "department_id": scene.agriculture,
        "content": crate::scene::content(scene.market)
    });
    let view = scene.head.post(path::ARTICLES, &body).await.expect(201);
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    assert!(scene.finance_head.inbox("").await.is_empty());
    let refused = scene.finance_head.approve(&view, Some("clear")).await;
    assert_eq!(refused.refusals(), ["principal_is_author"]);

    // The head has submitted somebody else's item.
    let view = draft(&scene).await;
    let view = scene.head.act(&view, "submit", json!({})).await.expect(200);
    let refused = scene.finance_head.approve(&view, Some("clear")).await;
    assert_eq!(refused.refusals(), ["principal_signed"]);
    assert!(scene.finance_head.inbox("").await.is_empty());
}

#[tokio::test]
async fn of_two_principals_the_one_is_chosen_who_has_no_part() {
    let scene = Scene::new().await;
    let agriculture = Some("县农业农村局");
    let second = scene.server.newcomer(Role::Leader, agriculture).await;
    let delegate = scene.server.leader("县财政局").await;
    scene
        .grant(&scene.leader, Role::SectionHead, scene.agriculture)
        .await;
    for leader in [&scene.leader, &second] {
        scene.pass_on(leader, Role::Leader, &delegate, 20).await;
    }
    let (first_name, second_name) = (
        scene.name_of(&scene.leader).await,
        scene.name_of(&second).await,
    );
    let view = in_release(&scene).await;
    let page = delegate.get(path::INBOX).await.expect(200);
    assert_eq!(page["items"][0]["on_behalf_of"], first_name, "the lower id");
    let view = delegate.approve(&view, None).await.expect(200);
    assert_eq!(view["opinions"][0]["on_behalf_of"], first_name);

    let view = in_section(&scene).await;
    let view = scene.leader.approve(&view, Some("clear")).await.expect(200);
    let page = delegate.get(path::INBOX).await.expect(200);
    assert_eq!(page["items"][0]["id"], id_of(&view));
    assert_eq!(page["items"][0]["on_behalf_of"], second_name);
    let view = delegate.approve(&view, None).await.expect(200);
    assert_eq!(view["opinions"][0]["on_behalf_of"], second_name);
}

#[tokio::test]
async fn the_first_of_principal_and_delegate_counts() {
    let scene = Scene::new().await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.finance_head, 20)
        .await;
    for _ in 0..10 {
        let view = in_section(&scene).await;
        let (one, other) = tokio::join!(
            scene.head.approve(&view, Some("clear")),
            scene.finance_head.approve(&view, Some("clear")),
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
    }
}

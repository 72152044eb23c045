//! How long a delegation gives something: checked at the moment of each act.

use chrono::Duration;
use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::service::delegation::expire;
use serde_json::{Value, json};

use crate::scene::{Scene, id_of, in_section};

async fn state_of(scene: &Scene, id: i64) -> Value {
    let page = scene.head.get(path::DELEGATIONS).await.expect(200);
    let rows = page["items"].as_array().expect("items").clone();
    let row = rows.into_iter().find(|row| row["id"] == id);
    row.expect("the delegation")["state"].clone()
}

#[tokio::test]
async fn it_begins_at_its_moment_and_ends_by_itself_and_both_are_told() {
    let scene = Scene::new().await;
    let delegate = &scene.finance_head;
    let now = scene.server.state.clock.now();
    let mut body = scene
        .delegation(&scene.head, Role::SectionHead, delegate, 30)
        .await;
    body["starts_at"] = json!((now + Duration::minutes(10)).to_rfc3339());
    let made = scene.head.post(path::DELEGATIONS, &body).await.expect(201);
    let id = made["ids"][0].as_i64().expect("an id");
    let view = in_section(&scene).await;
    assert!(scene.notified(delegate).await[0].contains("委托您代办审核事项"));
    assert_eq!(state_of(&scene, id).await, "planned");
    assert!(delegate.inbox("").await.is_empty());
    assert_eq!(
        delegate.approve(&view, Some("clear")).await.code(404),
        "not_found"
    );
    scene.later(10);
    assert_eq!(state_of(&scene, id).await, "in_force");
    assert_eq!(delegate.inbox("").await, [id_of(&view)]);
    assert_eq!(expire(&scene.server.state).await.expect("done"), 0);
    scene.later(20);
    assert_eq!(state_of(&scene, id).await, "expired");
    assert!(delegate.inbox("").await.is_empty());
    assert_eq!(expire(&scene.server.state).await.expect("done"), 1);
    assert_eq!(expire(&scene.server.state).await.expect("done"), 0, "once");
    for person in [delegate, &scene.head] {
        assert!(scene.notified(person).await[0].contains("已到期结束"));
    }
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "delegation_ended");
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn the_principal_or_the_security_administrator_ends_it_early() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let delegate = &scene.finance_head;
    let view = in_section(&scene).await;
    for by in [&scene.head, &security] {
        let id = scene
            .pass_on(&scene.head, Role::SectionHead, delegate, 20)
            .await;
        assert_eq!(delegate.end_delegation(id).await.code(403), "not_allowed");
        assert_eq!(
            scene.leader.end_delegation(id).await.code(404),
            "not_found",
            "not his to know"
        );
        let unsaid = by
            .post(&path::delegation_end(id), &json!({ "reason": " " }))
            .await;
        assert_eq!(unsaid.fields(), ["reason"]);
        by.end_delegation(id).await.expect(200);
        assert!(delegate.inbox("").await.is_empty());
        assert_eq!(
            delegate.approve(&view, Some("clear")).await.code(404),
            "not_found"
        );
        assert!(scene.notified(delegate).await[0].contains("终止"));
        assert_eq!(state_of(&scene, id).await, "ended");
        assert_eq!(by.end_delegation(id).await.code(409), "refused");
        assert_eq!(scene.ledger().await[0]["act"], "delegation_ended");
    }
    scene.later(21);
    assert_eq!(expire(&scene.server.state).await.expect("done"), 0);
}

#[tokio::test]
async fn it_gives_nothing_once_the_principal_lost_the_post_even_if_granted_anew() {
    let scene = Scene::new().await;
    let id = scene
        .pass_on(&scene.head, Role::SectionHead, &scene.finance_head, 20)
        .await;
    let view = in_section(&scene).await;
    scene.end_posts(&scene.head).await;
    let delegate = &scene.finance_head;
    assert!(delegate.inbox("").await.is_empty());
    assert_eq!(
        delegate.approve(&view, Some("clear")).await.code(404),
        "not_found"
    );
    scene
        .grant(&scene.head, Role::SectionHead, scene.agriculture)
        .await;
    assert!(delegate.inbox("").await.is_empty());
    assert_eq!(state_of(&scene, id).await, "without_effect");
}

#[tokio::test]
async fn it_gives_nothing_while_an_account_is_closed_or_the_delegate_has_no_post() {
    let scene = Scene::new().await;
    let delegate = scene
        .server
        .newcomer(Role::Officer, Some("县农业农村局"))
        .await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &delegate, 20)
        .await;
    let view = in_section(&scene).await;
    assert_eq!(delegate.inbox("").await, [id_of(&view)]);
    let department = Some("县农业农村局");
    scene.server.newcomer(Role::SectionHead, department).await;
    let activation = path::person_act(scene.head.person_id, "activation");
    let closed = json!({ "active": false });
    scene
        .administrator
        .post(&activation, &closed)
        .await
        .expect(200);
    assert_eq!(delegate.get(path::INBOX).await.code(403), "not_allowed");
    assert_eq!(
        delegate.approve(&view, Some("clear")).await.code(403),
        "not_allowed"
    );
    let open = json!({ "active": true });
    scene
        .administrator
        .post(&activation, &open)
        .await
        .expect(200);
    assert_eq!(delegate.inbox("").await, [id_of(&view)]);

    scene.end_posts(&delegate).await;
    assert_eq!(delegate.get(path::INBOX).await.code(403), "not_allowed");
    assert_eq!(
        delegate.approve(&view, Some("clear")).await.code(404),
        "not_found"
    );
}

#[tokio::test]
async fn a_closed_delegate_is_told_nothing_and_fills_no_stage() {
    let scene = Scene::new().await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.finance_head, 20)
        .await;
    let department = Some("县财政局");
    scene.server.newcomer(Role::SectionHead, department).await;
    let activation = path::person_act(scene.finance_head.person_id, "activation");
    let closed = json!({ "active": false });
    scene
        .administrator
        .post(&activation, &closed)
        .await
        .expect(200);
    let told = scene.notified(&scene.finance_head).await.len();
    in_section(&scene).await;
    assert_eq!(scene.notified(&scene.finance_head).await.len(), told);
}

//! Who makes a delegation, and what keeps it from being made.

use chrono::Duration;
use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::json;

use crate::scene::Scene;

#[tokio::test]
async fn the_security_administrator_makes_one_for_somebody_and_both_are_told() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let mut body = scene
        .delegation(&scene.head, Role::SectionHead, &scene.finance_head, 20)
        .await;
    let own = security.post(path::DELEGATIONS, &body).await;
    assert_eq!(own.fields(), ["post_ids"], "not a post of the own");
    body["principal_id"] = json!(scene.head.person_id);
    let not_allowed = scene.leader.post(path::DELEGATIONS, &body).await;
    assert_eq!(not_allowed.code(403), "not_allowed");
    security.post(path::DELEGATIONS, &body).await.expect(201);
    assert!(scene.notified(&scene.head).await[0].contains("安全管理员已将您的岗位"));
    assert!(scene.notified(&scene.finance_head).await[0].contains("委托您代办"));
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "delegation_created");
    assert!(
        line["note"]
            .as_str()
            .is_some_and(|note| note.contains("外出学习"))
    );
    for (person, total) in [
        (&scene.head, 1),
        (&scene.finance_head, 1),
        (&security, 1),
        (&scene.leader, 0),
    ] {
        let page = person.get(path::DELEGATIONS).await.expect(200);
        assert_eq!(page["meta"]["total"], total);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_stored() {
    let scene = Scene::new().await;
    let right = scene
        .delegation(&scene.head, Role::SectionHead, &scene.finance_head, 20)
        .await;
    let now = scene.server.state.clock.now();
    let at = |hours: i64| json!((now + Duration::hours(hours)).to_rfc3339());
    let officers = scene.post_of(&scene.officer, Role::Officer).await;
    for (field, value, wrong) in [
        ("reason", json!("　"), "reason"),
        ("post_ids", json!([]), "post_ids"),
        ("post_ids", json!([officers]), "post_ids"),
        ("delegate_id", json!(scene.head.person_id), "delegate_id"),
        (
            "delegate_id",
            json!(scene.finance_officer.person_id),
            "delegate_id",
        ),
        (
            "delegate_id",
            json!(scene.coordinator.person_id),
            "delegate_id",
        ),
        ("delegate_id", json!(0), "delegate_id"),
        ("starts_at", at(-1), "starts_at"),
        ("ends_at", at(0), "ends_at"),
        ("ends_at", at(24 * 91), "ends_at"),
    ] {
        let mut body = right.clone();
        body[field] = value;
        let answer = scene.head.post(path::DELEGATIONS, &body).await;
        assert_eq!(answer.code(422), "invalid", "{field}");
        assert_eq!(answer.fields(), [wrong], "{}", answer.text);
    }
    let page = scene.head.get(path::DELEGATIONS).await.expect(200);
    assert_eq!(page["meta"]["total"], 0);
}

#[tokio::test]
async fn no_second_one_no_loop_and_no_chain() {
    let scene = Scene::new().await;
    let (head, finance) = (&scene.head, &scene.finance_head);
    let id = scene.pass_on(head, Role::SectionHead, finance, 20).await;
    let again = scene
        .delegation(head, Role::SectionHead, &scene.colleague, 20)
        .await;
    let again = head.post(path::DELEGATIONS, &again).await;
    assert_eq!(again.fields(), ["post_ids"]);
    assert!(again.text.contains("已委托他人代办"));
    // Back to the principal, and on to a third.
    let forestry = scene
        .server
        .newcomer(Role::SectionHead, Some("县林业局"))
        .await;
    for (to, fields) in [
        (head, vec!["delegate_id", "post_ids"]),
        (&forestry, vec!["post_ids"]),
    ] {
        let body = scene.delegation(finance, Role::SectionHead, to, 20).await;
        let refused = finance.post(path::DELEGATIONS, &body).await;
        let mut wrong = refused.fields();
        wrong.sort();
        assert_eq!(wrong, fields, "{}", refused.text);
    }
    // To somebody who is away.
    let body = scene
        .delegation(&forestry, Role::SectionHead, head, 20)
        .await;
    let refused = forestry.post(path::DELEGATIONS, &body).await;
    assert_eq!(refused.fields(), ["delegate_id"]);
    head.end_delegation(id).await.expect(200);
    scene.later(1);
    let body = scene
        .delegation(&forestry, Role::SectionHead, head, 20)
        .await;
    forestry.post(path::DELEGATIONS, &body).await.expect(201);
}

#[tokio::test]
async fn one_request_passes_on_several_posts_or_none() {
    let scene = Scene::new().await;
    let own = scene.post_of(&scene.head, Role::SectionHead).await;
    scene
        .grant(&scene.head, Role::Leader, scene.agriculture)
        .await;
    let second = scene.post_of(&scene.head, Role::Leader).await;
    let officers = scene.post_of(&scene.officer, Role::Officer).await;
    let mut body = scene
        .delegation(&scene.head, Role::SectionHead, &scene.colleague, 20)
        .await;
    body["post_ids"] = json!([own, officers]);
    let refused = scene.head.post(path::DELEGATIONS, &body).await;
    assert_eq!(refused.code(422), "invalid");
    body["post_ids"] = json!([own, second]);
    let made = scene.head.post(path::DELEGATIONS, &body).await.expect(201);
    assert_eq!(made["ids"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn the_choices_are_those_who_could_stand_in() {
    let scene = Scene::new().await;
    let ids = async |person: &crate::support::Actor| -> Vec<i64> {
        let list = person.get(path::DELEGATION_CHOICES).await.expect(200);
        let list = list.as_array().expect("a list").clone();
        list.iter().filter_map(|row| row["id"].as_i64()).collect()
    };
    let found = ids(&scene.head).await;
    for person in [
        &scene.head,
        &scene.officer,
        &scene.leader,
        &scene.finance_head,
    ] {
        assert!(found.contains(&person.person_id));
    }
    assert!(!found.contains(&scene.finance_officer.person_id));
    assert!(ids(&scene.officer).await.is_empty());
    let security = scene.server.security_administrator().await;
    assert!(
        ids(&security)
            .await
            .contains(&scene.finance_officer.person_id)
    );
}

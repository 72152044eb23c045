//! 缺审核人: a stage that nobody can sign waits, is shown, and goes on once somebody is named.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, draft, id_of, in_release, in_section};
use crate::support::Actor;

/// The items of 今日待办 of this kind.
async fn today(person: &Actor, kind: &str) -> Vec<Value> {
    let page = person.get(path::TODAY).await.expect(200);
    let items = page["items"].as_array().expect("items").clone();
    items
        .into_iter()
        .filter(|item| item["kind"] == kind)
        .collect()
}

async fn empty(person: &Actor, view: &Value) -> Value {
    let article = path::article(id_of(view));
    person.get(&article).await.expect(200)["empty_stages"].clone()
}

#[tokio::test]
async fn a_section_head_who_leaves_during_the_review_blocks_it_until_another_is_named() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let view = in_section(&scene).await;
    assert_eq!(empty(&scene.officer, &view).await, json!([]));
    for person in [&scene.coordinator, &scene.leader] {
        assert!(today(person, "empty_stage").await.is_empty());
    }
    scene.end_posts(&scene.head).await;

    assert_eq!(empty(&scene.officer, &view).await, json!(["section"]));
    for person in [&scene.coordinator, &scene.leader] {
        let shown = today(person, "empty_stage").await;
        assert_eq!(shown.len(), 1);
        assert_eq!(shown[0]["article_id"], view["row"]["id"]);
        assert_eq!(shown[0]["stage"], "section");
    }
    let named = today(&security, "name_person").await;
    assert_eq!(named[0]["department_id"], scene.agriculture);
    assert_eq!(named[0]["role"], "section_head");
    assert_eq!(named[0]["count"], 1);
    assert_eq!(named[0].get("title"), None, "not what the items say");
    for person in [&scene.officer, &scene.finance_head] {
        assert!(today(person, "empty_stage").await.is_empty());
    }
    let finance_leader = scene.server.leader("县财政局").await;
    assert!(today(&finance_leader, "empty_stage").await.is_empty());

    // It never passes by itself.
    scene.later(20);
    let waits = scene.officer.get(&path::article(id_of(&view))).await;
    assert_eq!(waits.expect(200)["row"]["state"], "in_section_review");
    assert_eq!(
        scene.leader.approve(&view, Some("clear")).await.code(403),
        "not_allowed"
    );

    let post = json!({
        "role": "section_head", "department_id": scene.agriculture, "title": "市场股股长"
    });
    let posts = path::person_act(scene.colleague.person_id, "posts");
    security.post(&posts, &post).await.expect(201);
    assert_eq!(empty(&scene.officer, &view).await, json!([]));
    assert!(today(&scene.coordinator, "empty_stage").await.is_empty());
    assert!(today(&security, "name_person").await.is_empty());
    assert_eq!(scene.colleague.inbox("").await, [id_of(&view)]);
    let view = scene
        .colleague
        .approve(&view, Some("clear"))
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "in_release_review");
}

#[tokio::test]
async fn it_can_be_asked_that_somebody_is_named() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let view = in_section(&scene).await;
    let early = scene
        .officer
        .act(&view, "request-reviewer", json!({}))
        .await;
    assert_eq!(early.code(409), "refused");
    scene.end_posts(&scene.head).await;
    let same = scene
        .officer
        .act(&view, "request-reviewer", json!({}))
        .await
        .expect(200);
    assert_eq!(same["version"], view["version"], "the item stays as it is");
    for person in [&security, &scene.coordinator] {
        assert!(scene.notified(person).await[0].contains("请求落实人员"));
    }
    assert_eq!(scene.ledger().await[0]["act"], "reviewer_requested");
    let again = scene.leader.act(&view, "request-reviewer", json!({})).await;
    assert!(again.text.contains("24 小时内已有人请求"), "{}", again.text);
    let stranger = scene
        .finance_head
        .act(&view, "request-reviewer", json!({}))
        .await;
    assert_eq!(stranger.code(404), "not_found");
}

#[tokio::test]
async fn everybody_who_holds_the_post_has_signed_or_written_and_a_delegate_fills_it() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.head, Role::Leader, scene.agriculture)
        .await;
    let view = in_release(&scene).await;
    scene.end_posts(&scene.leader).await;
    assert_eq!(empty(&scene.officer, &view).await, json!(["release"]));
    let security = scene.server.security_administrator().await;
    assert_eq!(today(&security, "name_person").await[0]["role"], "leader");
    // The delegate of a head who signed is no way out; one of a leader is.
    let finance_leader = scene.server.leader("县财政局").await;
    scene
        .pass_on(&scene.head, Role::Leader, &finance_leader, 20)
        .await;
    assert_eq!(empty(&scene.officer, &view).await, json!(["release"]));
    let agriculture = Some("县农业农村局");
    let second = scene.server.newcomer(Role::Leader, agriculture).await;
    assert_eq!(empty(&scene.officer, &view).await, json!([]));
    scene
        .pass_on(&second, Role::Leader, &finance_leader, 20)
        .await;
    assert_eq!(finance_leader.inbox("").await, [id_of(&view)]);
    finance_leader.approve(&view, None).await.expect(200);
}

#[tokio::test]
async fn the_officer_is_told_before_submitting_and_may_submit() {
    let scene = Scene::new().await;
    let asked = path::empty_stages(scene.agriculture);
    let none = scene.officer.get(&asked).await.expect(200);
    assert_eq!(none["stages"], json!([]));
    assert_eq!(
        scene.finance_officer.get(&asked).await.code(404),
        "not_found"
    );
    let view = draft(&scene).await;
    scene.end_posts(&scene.head).await;
    scene.end_posts(&scene.leader).await;
    let told = scene.officer.get(&asked).await.expect(200);
    assert_eq!(told["stages"], json!(["section", "release"]));
    assert_eq!(
        empty(&scene.officer, &view).await,
        json!(["section", "release"])
    );
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "in_section_review");
    assert_eq!(view["empty_stages"], json!(["section", "release"]));
    assert!(scene.notified(&scene.coordinator).await[0].contains("请尽快落实人员"));
}

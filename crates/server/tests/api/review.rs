//! 三审: who may do what, and every refusal.

use lanmu_api::path;
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, content, draft, id_of, in_release, in_section, released};

#[tokio::test]
async fn the_same_person_with_two_posts_cannot_sign_two_stages() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.officer, Role::SectionHead, scene.agriculture)
        .await;
    scene
        .grant(&scene.head, Role::Leader, scene.agriculture)
        .await;
    let view = in_section(&scene).await;
    let refused = scene.officer.approve(&view, Some("clear")).await;
    assert_eq!(refused.refusals(), ["same_person", "author_cannot_review"]);
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let refused = scene.head.approve(&view, None).await;
    assert_eq!(refused.refusals(), ["same_person"]);
    let acts = scene.ledger_acts().await;
    assert_eq!(acts.iter().filter(|act| *act == "refused").count(), 2);
    assert_eq!(
        scene.leader.approve(&view, None).await.expect(200)["row"]["state"],
        "released"
    );
}

#[tokio::test]
async fn who_wrote_the_revision_cannot_review_it_even_if_a_colleague_submitted() {
    let scene = Scene::new().await;
    scene
        .grant(&scene.officer, Role::Leader, scene.agriculture)
        .await;
    let view = draft(&scene).await;
    let view = scene
        .colleague
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let refused = scene.officer.approve(&view, None).await;
    assert_eq!(refused.refusals(), ["author_cannot_review"]);
}

#[tokio::test]
async fn an_edit_in_between_voids_what_was_approved() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    let mut changed = content(scene.market);
    changed["title"] = json!("改过的标题");
    let body = json!({ "version": view["version"], "content": changed });
    let edited = scene
        .officer
        .put(&path::article(id_of(&view)), &body)
        .await
        .expect(200);
    assert_eq!(edited["row"]["state"], "draft");
    assert_eq!(edited["signatures"], json!([]));
    let opinions = edited["opinions"].as_array().expect("opinions");
    assert!(opinions.iter().all(|opinion| opinion["voided"] == true));
    assert!(
        scene
            .notified(&scene.head)
            .await
            .iter()
            .any(|text| text.contains("作废"))
    );

    let stale = scene.leader.approve(&view, None).await;
    assert_eq!(stale.code(409), "stale");
    assert!(
        stale.json["error"]["conflict"]["what"]
            .as_str()
            .is_some_and(|w| w.contains("修改"))
    );
    // With the version seen but the revision that was approved before, it is refused all the same.
    let body = json!({ "version": edited["version"], "revision": view["revision"] });
    let refused = scene
        .leader
        .post(&path::article_act(id_of(&view), "approve"), &body)
        .await;
    assert!(refused.refusals().contains(&"revision_changed".to_owned()));
}

#[tokio::test]
async fn what_is_not_public_needs_its_reasons() {
    let scene = Scene::new().await;
    let mut item = content(scene.market);
    item["attribute"] = json!("on_request");
    let body = json!({ "department_id": scene.agriculture, "content": item });
    let view = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(
        refused.refusals(),
        ["attribute_reason_missing", "legal_basis_missing"]
    );
    assert_eq!(refused.fields(), ["attribute_reason", "legal_basis"]);
}

#[tokio::test]
async fn an_unfinished_draft_is_refused_with_every_reason() {
    let scene = Scene::new().await;
    let mut item = content(scene.market);
    item["title"] = json!("");
    item["body"] = json!("<p> </p>");
    item["attribute"] = Value::Null;
    item["source"] = json!({ "kind": "reprint", "name": "", "url": "" });
    let body = json!({ "department_id": scene.agriculture, "content": item });
    let view = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(
        refused.refusals(),
        [
            "attribute_missing",
            "title_missing",
            "body_missing",
            "source_missing"
        ]
    );
    assert_eq!(scene.ledger_acts().await, ["article_created"]);
}

#[tokio::test]
async fn a_second_open_review_is_refused() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    for officer in [&scene.officer, &scene.colleague] {
        let refused = officer.act(&view, "submit", json!({})).await;
        assert_eq!(refused.refusals(), ["review_open"]);
    }
}

#[tokio::test]
async fn secrecy_belongs_to_the_second_review_and_sensitive_stops() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let refused = scene.head.approve(&view, None).await;
    assert_eq!(refused.refusals(), ["secrecy_conclusion_missing"]);
    let refused = scene.head.approve(&view, Some("sensitive")).await;
    assert_eq!(refused.refusals(), ["secrecy_sensitive"]);
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let refused = scene.leader.approve(&view, Some("clear")).await;
    assert_eq!(refused.refusals(), ["secrecy_conclusion_not_asked"]);
}

#[tokio::test]
async fn a_return_needs_a_reason_and_reaches_everybody_before() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    let refused = scene.leader.send_back(&view, " ").await;
    assert_eq!(refused.refusals(), ["reason_missing"]);
    assert_eq!(refused.fields(), ["reason"]);
    let wrong = scene.leader.send_back(&view, "缺\u{7}").await;
    assert_eq!(wrong.code(422), "invalid");
    let view = scene.leader.send_back(&view, "缺附件").await.expect(200);
    assert_eq!(view["row"]["state"], "returned");
    assert_eq!(view["row"]["returns"], 1);
    for person in [&scene.officer, &scene.head] {
        assert!(
            scene
                .notified(person)
                .await
                .iter()
                .any(|text| text.contains("缺附件"))
        );
    }
    assert_eq!(view["opinions"][0]["verdict"], "returned");
    assert_eq!(view["opinions"][0]["voided"], false);
    // Corrected and submitted again, it goes through all three stages anew.
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "in_section_review");
    assert_eq!(view["signatures"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn only_the_submitter_recalls_and_not_after_release() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let refused = scene.colleague.act(&view, "recall", json!({})).await;
    assert_eq!(refused.refusals(), ["not_submitter"]);
    let view = scene
        .officer
        .act(&view, "recall", json!({}))
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "draft");
    let view = released(&scene).await;
    let refused = scene.officer.act(&view, "recall", json!({})).await;
    assert_eq!(refused.refusals(), ["state_forbids"]);
}

#[tokio::test]
async fn whoever_has_no_role_here_is_not_allowed() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    assert_eq!(
        scene.leader.approve(&view, Some("clear")).await.code(403),
        "not_allowed"
    );
    assert_eq!(
        scene
            .coordinator
            .approve(&view, Some("clear"))
            .await
            .code(403),
        "not_allowed"
    );
    assert_eq!(
        scene
            .finance_head
            .approve(&view, Some("clear"))
            .await
            .code(404),
        "not_found"
    );
    scene.end_posts(&scene.head).await;
    assert_eq!(
        scene.head.approve(&view, Some("clear")).await.code(404),
        "not_found"
    );
}

#[tokio::test]
async fn a_stage_without_anybody_tells_the_coordinator_and_waits() {
    let scene = Scene::new().await;
    scene.end_posts(&scene.head).await;
    let view = in_section(&scene).await;
    assert_eq!(view["row"]["state"], "in_section_review");
    assert!(scene.notified(&scene.coordinator).await[0].contains("没有可以审核的股室领导"));
}

//! 保密预检: what is found stops the item on every way to the public, until somebody settles it.

use lanmu_api::path;
use lanmu_domain::secrecy::{Checker, Terms, mask};
use serde_json::{Value, json};

use crate::scene::{Scene, content, id_of, in_release, in_section, released};
use crate::support::{Actor, Reply};

/// Made up: no region has this code.
const IDENTITY: &str = "999999199003070012";
const MOBILE: &str = "13800138000";

/// A draft whose body says this.
async fn draft_saying(scene: &Scene, body: &str) -> Value {
    let mut content = content(scene.policy);
    content["body"] = json!(body);
    let body = json!({ "department_id": scene.agriculture, "content": content });
    scene.officer.post(path::ARTICLES, &body).await.expect(201)
}

fn keys(view: &Value) -> Vec<String> {
    let findings = view["findings"].as_array().expect("findings");
    let keys = findings
        .iter()
        .map(|found| found["key"].as_str().unwrap().to_owned());
    keys.collect()
}

async fn keep(who: &Actor, view: &Value, key: &str) -> Reply {
    let body = json!({ "key": key, "reason": "单位公开的联系方式" });
    who.act(view, "override-finding", body).await
}

/// From now on the site's list has this term, which every item of the story has in its title.
async fn add_term(scene: &Scene, wrong: &str) -> Value {
    let term = json!({ "wrong": wrong, "right": null, "category": "用语", "note": "" });
    scene
        .coordinator
        .post(path::TERMS, &json!({ "term": term }))
        .await
        .expect(201)
}

/// Two characters of the title of every item of the story.
fn word_of_title(view: &Value) -> String {
    view["content"]["title"]
        .as_str()
        .unwrap()
        .chars()
        .take(2)
        .collect()
}

#[tokio::test]
async fn a_draft_is_submitted_once_every_finding_is_settled() {
    let scene = Scene::new().await;
    let view = draft_saying(&scene, &format!("<p>身份证号{IDENTITY}，手机{MOBILE}</p>")).await;
    let found = keys(&view);
    assert_eq!(found.len(), 2, "{view}");
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["findings_open"]);

    let view = keep(&scene.officer, &view, &found[1]).await.expect(200);
    assert_eq!(
        view["findings"][1]["overridden"]["reason"],
        "单位公开的联系方式"
    );
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["findings_open"]);

    // What the browser does with 脱敏, by the same code.
    let text = serde_json::from_value(view["content"].clone()).unwrap();
    let masked = mask(&Checker::new(&Terms::default()), &text, &found[0]).unwrap();
    let edit = json!({ "version": view["version"], "content": masked });
    let view = scene
        .officer
        .put(&path::article(id_of(&view)), &edit)
        .await
        .expect(200);
    assert_eq!(
        keys(&view),
        [found[1].as_str()],
        "the reason stays with the words"
    );
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);

    let seen = scene
        .head
        .get(&path::article(id_of(&view)))
        .await
        .expect(200);
    let said = &seen["findings"][0]["overridden"];
    assert_eq!(
        said["person_name"],
        json!(scene.name_of(&scene.officer).await)
    );
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let view = scene.leader.approve(&view, None).await.expect(200);
    scene.officer.publish(&view, &[]).await.expect(200);

    let ledger = scene.auditor.get(path::LEDGER).await.text;
    assert!(ledger.contains("finding_overridden") && ledger.contains("138****8000"));
    assert!(!ledger.contains(MOBILE) && !ledger.contains(IDENTITY));
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn a_new_term_stops_every_further_step_until_the_reviewer_settles_it() {
    let scene = Scene::new().await;
    let reviewed = in_section(&scene).await;
    let awaiting = in_release(&scene).await;
    let done = released(&scene).await;
    add_term(&scene, &word_of_title(&reviewed)).await;

    for (view, reviewer, secrecy) in [
        (&reviewed, &scene.head, Some("clear")),
        (&awaiting, &scene.leader, None),
    ] {
        let refused = reviewer.approve(view, secrecy).await;
        assert_eq!(refused.refusals(), ["findings_open"]);
        let now = reviewer.get(&path::article(id_of(view))).await.expect(200);
        let key = &keys(&now)[0];
        let refused = keep(&scene.officer, view, key).await;
        assert!(refused.refusals().contains(&"role_missing".to_owned()));
        let kept = keep(reviewer, view, key).await.expect(200);
        assert_eq!(kept["signatures"], view["signatures"], "approvals stand");
        reviewer.approve(&kept, secrecy).await.expect(200);
    }

    let refused = scene.officer.publish(&done, &[]).await;
    assert_eq!(refused.refusals(), ["findings_open"]);
    let now = scene
        .officer
        .get(&path::article(id_of(&done)))
        .await
        .expect(200);
    let kept = keep(&scene.leader, &done, &keys(&now)[0]).await.expect(200);
    scene.officer.publish(&kept, &[]).await.expect(200);
}

#[tokio::test]
async fn a_reason_is_taken_back_by_whoever_gave_it_or_may_edit() {
    let scene = Scene::new().await;
    let view = draft_saying(&scene, &format!("<p>手机{MOBILE}</p>")).await;
    let key = keys(&view)[0].clone();
    let view = keep(&scene.officer, &view, &key).await.expect(200);
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    let body = json!({ "key": key });
    let refused = scene
        .head
        .act(&view, "take-back-override", body.clone())
        .await;
    assert_eq!(refused.refusals(), ["override_of_another"]);
    let view = scene
        .head
        .send_back(&view, "请删去手机号")
        .await
        .expect(200);
    let view = scene
        .colleague
        .act(&view, "take-back-override", body)
        .await
        .expect(200);
    assert_eq!(view["findings"][0]["overridden"], Value::Null);
    let refused = scene.officer.act(&view, "submit", json!({})).await;
    assert_eq!(refused.refusals(), ["findings_open"]);
}

#[tokio::test]
async fn masking_under_review_voids_the_secrecy_conclusion_as_every_edit_does() {
    let scene = Scene::new().await;
    let view = draft_saying(&scene, &format!("<p>手机{MOBILE}</p>")).await;
    let key = keys(&view)[0].clone();
    let view = keep(&scene.officer, &view, &key).await.expect(200);
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let text = serde_json::from_value(view["content"].clone()).unwrap();
    let masked = mask(&Checker::new(&Terms::default()), &text, &key).unwrap();
    let edit = json!({ "version": view["version"], "content": masked });
    let view = scene
        .officer
        .put(&path::article(id_of(&view)), &edit)
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "draft");
    assert_eq!(view["signatures"], json!([]));
    assert_eq!(view["findings"], json!([]));
}

#[tokio::test]
async fn a_reason_needs_words_and_a_finding() {
    let scene = Scene::new().await;
    let view = draft_saying(&scene, &format!("<p>手机{MOBILE}</p>")).await;
    let blank = json!({ "key": keys(&view)[0], "reason": "　" });
    let refused = scene.officer.act(&view, "override-finding", blank).await;
    assert_eq!(refused.refusals(), ["reason_missing"]);
    let unknown = keep(&scene.officer, &view, "body:mobile:0").await;
    assert_eq!(unknown.code(422), "invalid");
    let now = scene
        .officer
        .get(&path::article(id_of(&view)))
        .await
        .expect(200);
    assert_eq!(now, view);
}

#[tokio::test]
async fn a_draft_with_reasons_can_be_deleted() {
    let scene = Scene::new().await;
    let view = draft_saying(&scene, &format!("<p>手机{MOBILE}</p>")).await;
    let view = keep(&scene.officer, &view, &keys(&view)[0])
        .await
        .expect(200);
    scene
        .officer
        .act(&view, "delete", json!({}))
        .await
        .expect(200);
}

#[tokio::test]
async fn what_was_found_is_decided_on_its_own_card_even_when_settled() {
    let scene = Scene::new().await;
    let view = draft_saying(&scene, &format!("<p>手机{MOBILE}</p>")).await;
    let view = keep(&scene.officer, &view, &keys(&view)[0])
        .await
        .expect(200);
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let row = scene.leader.get(path::INBOX).await.expect(200)["items"][0].clone();
    assert_eq!(row["left_out"], json!(["findings"]));
    let item = json!({
        "id": id_of(&view), "version": view["version"], "revision": view["revision"],
    });
    let body = json!({ "items": [item], "opinion": "" });
    let answer = scene.leader.post(path::ARTICLE_APPROVALS, &body).await;
    let answer = answer.expect(200);
    assert_eq!(
        answer["items"][0]["problem"]["left_out"],
        json!(["findings"])
    );
    scene.leader.approve(&view, None).await.expect(200);
}

//! The review card: what changed, to whom it is sent back, passages and signatures.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, content, id_of, in_release, in_section};
use crate::support::{Actor, Reply};

impl Actor {
    /// 退回 with all that the form offers.
    async fn return_with(&self, view: &Value, mut form: Value) -> Reply {
        form["revision"] = view["revision"].clone();
        self.act(view, "return", form).await
    }

    async fn card(&self, view: &Value) -> Value {
        let address = path::article_review_card(id_of(view));
        self.get(&address).await.expect(200)
    }

    async fn compared(&self, view: &Value, against: &str) -> Value {
        let address = path::article_comparison(id_of(view), against);
        self.get(&address).await.expect(200)
    }

    async fn sees(&self, view: &Value) -> Reply {
        let body = json!({ "revision": view["revision"] });
        self.post(&path::article_seen(id_of(view)), &body).await
    }
}

/// Changes the title and submits again.
async fn resubmit(scene: &Scene, view: &Value, title: &str) -> Value {
    let mut changed = content(scene.market);
    changed["title"] = json!(title);
    let body = json!({ "version": view["version"], "content": changed });
    let address = path::article(id_of(view));
    let view = scene.officer.put(&address, &body).await.expect(200);
    let submitted = scene.officer.act(&view, "submit", json!({})).await;
    submitted.expect(200)
}

#[tokio::test]
async fn the_leader_can_have_the_second_review_done_again() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    let form = json!({ "to": "section", "reasons": ["basis"], "reason": "依据未注明条款" });
    scene.later(10);
    let returned = scene.leader.return_with(&view, form).await.expect(200);
    assert_eq!(returned["row"]["state"], "in_section_review");
    assert_eq!(returned["row"]["returns"], 1);
    let signatures = returned["signatures"].as_array().expect("signatures");
    assert_eq!(signatures.len(), 1, "the submission stands");
    assert_eq!(signatures[0]["stage"], "first");
    let opinions = returned["opinions"].as_array().expect("opinions");
    let told: Vec<_> = opinions
        .iter()
        .map(|o| {
            (
                o["stage"].as_str(),
                o["verdict"].as_str(),
                o["voided"].as_bool(),
            )
        })
        .collect();
    let (section, first) = (Some("section"), Some("first"));
    assert_eq!(
        told,
        [
            (Some("release"), Some("returned"), Some(false)),
            (section, Some("approved"), Some(true)),
            (first, Some("approved"), Some(false)),
        ]
    );
    assert_eq!(opinions[0]["text"], "依据不足：依据未注明条款");
    assert_eq!(opinions[0]["return_to"], "section");
    assert_eq!(opinions[0]["reasons"], json!(["basis"]));
    for person in [&scene.officer, &scene.head] {
        let told = scene.notified(person).await;
        assert!(
            told.iter()
                .any(|t| t.contains("退回股室领导重新审核：依据不足")),
            "{told:?}"
        );
    }
    let acts = scene.ledger_acts().await;
    assert!(acts.contains(&"returned_to_section".to_owned()), "{acts:?}");
    // The clock of the waiting begins anew, and the same section head may decide again.
    assert_eq!(scene.head.inbox("").await, [id_of(&view)]);
    assert!(scene.leader.inbox("").await.is_empty());
    assert_ne!(returned["row"]["since"], view["row"]["since"]);
    let again = scene
        .head
        .approve(&returned, Some("clear"))
        .await
        .expect(200);
    let released = scene.leader.approve(&again, None).await.expect(200);
    assert_eq!(released["row"]["state"], "released");
}

#[tokio::test]
async fn only_the_third_review_sends_back_to_the_second() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let form = json!({ "to": "section", "reasons": ["format"] });
    let refused = scene.head.return_with(&view, form).await;
    assert_eq!(refused.refusals(), ["return_target_closed"]);
    assert_eq!(refused.fields(), ["to"]);
    let nothing = json!({ "reasons": ["other"] });
    let refused = scene.head.return_with(&view, nothing).await;
    assert_eq!(refused.refusals(), ["reason_missing"]);
    let chips = json!({ "reasons": ["attachment", "content"] });
    let returned = scene.head.return_with(&view, chips).await.expect(200);
    assert_eq!(returned["row"]["state"], "returned");
    assert_eq!(returned["opinions"][0]["text"], "内容有误、附件缺失");
    assert_eq!(returned["opinions"][0]["return_to"], "officer");
}

#[tokio::test]
async fn a_marked_passage_must_stand_in_the_text_and_reaches_the_officer() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let on = |quote: &str, start: u32| json!({ "reason": "用语不当", "passage": { "quote": quote, "start": start } });
    for (quote, start) in [("春耕物资", 0), ("没有的话", 6), (" ", 1)] {
        let wrong = scene.head.return_with(&view, on(quote, start)).await;
        assert_eq!(wrong.fields(), ["passage"], "{quote}");
        assert_eq!(wrong.code(422), "invalid");
    }
    let form = on("春耕物资", 7);
    let returned = scene.head.return_with(&view, form).await.expect(200);
    assert_eq!(
        returned["opinions"][0]["passage"],
        json!({ "quote": "春耕物资", "start": 7 })
    );
    assert_eq!(returned["opinions"][0]["revision"], view["revision"]);
    let line = &scene.ledger().await[0];
    assert_eq!(line["note"], "用语不当（原文：“春耕物资”）");
}

#[tokio::test]
async fn a_signature_is_kept_as_lines_and_nothing_else_passes() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let form = |signature: &str| json!({ "revision": view["revision"], "secrecy": "clear", "signature": signature });
    for wrong in ["<svg>", "M0 0L700 1", "M0 0Z", &"M1 1".repeat(6_000)] {
        let answer = scene.head.act(&view, "approve", form(wrong)).await;
        assert_eq!(answer.fields(), ["signature"]);
        assert_eq!(answer.code(422), "invalid");
    }
    let drawn = form("M10 20 L30 40 C1 2 3 4 600 200");
    let signed = scene.head.act(&view, "approve", drawn).await.expect(200);
    assert_eq!(
        signed["opinions"][0]["signature"],
        "M10 20L30 40C1 2 3 4 600 200"
    );
    let released = scene.leader.approve(&signed, None).await.expect(200);
    assert_eq!(released["opinions"][0]["signature"], Value::Null);
}

#[tokio::test]
async fn what_changed_is_told_against_what_this_person_saw() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    assert_eq!(scene.head.card(&view).await["against"], json!([]));
    scene.head.sees(&view).await.expect(200);
    scene.head.sees(&view).await.expect(200);
    assert_eq!(
        scene.head.compared(&view, "seen").await["former"],
        Value::Null
    );
    let returned = scene.head.send_back(&view, "标题有误").await.expect(200);
    let view = resubmit(&scene, &returned, "关于夏收物资供应的通知").await;
    let before = json!("关于春耕物资供应的通知");
    // Before and after it is on the card, and however often.
    for _ in 0..2 {
        let compared = scene.head.compared(&view, "seen").await;
        assert_eq!(compared["former"]["content"]["title"], before);
        assert_eq!(scene.head.card(&view).await["against"], json!(["seen"]));
        scene.head.sees(&view).await.expect(200);
    }
    // Who never saw it compares with what was submitted before.
    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    let card = scene.leader.card(&view).await;
    assert_eq!(card["against"], json!(["submitted"]));
    let compared = scene.leader.compared(&view, "submitted").await;
    assert_eq!(compared["former"]["content"]["title"], before);
    assert_eq!(compared["column_path"], compared["former"]["column_path"]);
    assert_eq!(
        scene.leader.compared(&view, "live").await["former"],
        Value::Null
    );
}

#[tokio::test]
async fn the_card_tells_place_deadline_and_neighbours() {
    let scene = Scene::new().await;
    let mut items = Vec::new();
    for _ in 0..3 {
        items.push(in_section(&scene).await);
        scene.later(5);
    }
    let ids: Vec<i64> = items.iter().map(id_of).collect();
    let card = scene.head.card(&items[1]).await;
    assert_eq!((&card["place"], &card["waiting"]), (&json!(2), &json!(3)));
    assert_eq!(card["previous"], ids[0]);
    assert_eq!(card["next"], ids[2]);
    assert_eq!(card["submitted_at"], items[1]["row"]["since"]);
    assert!(card["due"]["days_left"].is_i64(), "{card}");
    let first = scene.head.card(&items[0]).await;
    assert_eq!(
        (&first["previous"], &first["next"]),
        (&Value::Null, &json!(ids[1]))
    );
    let officer = scene.officer.card(&items[0]).await;
    assert_eq!(
        (&officer["place"], &officer["waiting"]),
        (&Value::Null, &json!(0))
    );
}

#[tokio::test]
async fn others_learn_nothing() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let id = id_of(&view);
    for address in [
        path::article_review_card(id),
        path::article_comparison(id, "seen"),
    ] {
        assert_eq!(
            scene.finance_head.get(&address).await.code(404),
            "not_found"
        );
    }
    assert_eq!(scene.finance_head.sees(&view).await.code(404), "not_found");
    assert_eq!(scene.officer.sees(&view).await.code(403), "not_allowed");
    let unknown = json!({ "revision": "0".repeat(64) });
    let answer = scene.head.post(&path::article_seen(id), &unknown).await;
    assert_eq!(answer.code(404), "not_found");
    let address = path::article_comparison(id, "everything");
    assert_eq!(scene.head.get(&address).await.code(400), "malformed");
}

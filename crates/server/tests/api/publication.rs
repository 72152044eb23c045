//! From the draft to the published address: the whole story, and what counts as evidence.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, content, draft, id_of, released};
use crate::support::PASSWORD;

#[tokio::test]
async fn three_people_review_and_the_officer_backfills_the_address() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    let view = scene
        .officer
        .act(&view, "submit", json!({}))
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "in_section_review");
    assert!(scene.notified(&scene.head).await[0].contains("等待您审核"));

    let view = scene.head.approve(&view, Some("clear")).await.expect(200);
    assert_eq!(view["row"]["state"], "in_release_review");
    assert!(scene.notified(&scene.leader).await[0].contains("等待您审发"));

    let view = scene.leader.approve(&view, None).await.expect(200);
    assert_eq!(view["row"]["state"], "released");
    assert!(scene.notified(&scene.officer).await[0].contains("已审发"));
    let stages: Vec<&Value> = view["signatures"]
        .as_array()
        .expect("signatures")
        .iter()
        .map(|s| &s["stage"])
        .collect();
    assert_eq!(stages, ["first", "section", "release"]);
    for signature in view["signatures"].as_array().expect("signatures") {
        assert_eq!(signature["revision"], view["revision"]);
    }

    let view = scene.officer.publish(&view, &[]).await.expect(200);
    assert_eq!(view["row"]["state"], "published");
    assert_eq!(
        view["publication"]["url"],
        "https://www.example.gov.cn/t1.html"
    );
    let opinions = view["opinions"].as_array().expect("opinions");
    assert_eq!(opinions[0]["post"], "县农业农村局分管领导");
    assert_eq!(opinions[1]["secrecy"], "clear");
    assert_eq!(
        scene.ledger_acts().await,
        [
            "article_created",
            "submitted",
            "section_approved",
            "release_approved",
            "publication_recorded"
        ]
    );

    let reason = json!({ "reason": "内容有误" });
    let view = scene
        .leader
        .act(&view, "withdraw", reason)
        .await
        .expect(200);
    assert_eq!(view["row"]["state"], "withdrawn");
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn the_matrix_turns_fresh_for_the_coordinator() {
    let scene = Scene::new().await;
    let status = async || {
        let matrix = scene.coordinator.get(path::MATRIX).await.expect(200);
        let duties = matrix["duties"].as_array().expect("duties");
        let duty = duties
            .iter()
            .find(|duty| duty["id"] == scene.market_duty)
            .expect("the duty");
        duty["status"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(status().await, "blank");
    let view = released(&scene).await;
    assert_eq!(status().await, "blank", "released is not yet public");
    scene.officer.publish(&view, &[]).await.expect(200);
    assert_eq!(status().await, "fresh");
}

#[tokio::test]
async fn an_edit_after_release_must_be_approved_again() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let mut changed = content(scene.market);
    changed["body"] = json!("<p>改过的正文</p>");
    let body = json!({ "version": view["version"], "content": changed });
    let edited = scene
        .officer
        .put(&path::article(id_of(&view)), &body)
        .await
        .expect(200);
    assert_eq!(edited["row"]["state"], "draft");
    let refused = scene.officer.publish(&edited, &[]).await;
    assert_eq!(refused.refusals(), ["state_forbids"]);
    let again = scene
        .officer
        .act(&edited, "submit", json!({}))
        .await
        .expect(200);
    assert_eq!(again["signatures"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_publication_needs_an_address_and_a_time() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let act = path::article_act(id_of(&view), "publication");
    let at =
        |url: &str, at: &str| json!({ "version": view["version"], "url": url, "published_at": at });
    let good = "https://www.example.gov.cn/t1.html";
    let refused = scene
        .officer
        .post(&act, &at("/t1.html", &scene.now()))
        .await;
    assert_eq!(refused.refusals(), ["address_invalid"]);
    for year in ["0026-03-11T10:00:00+08:00", "+262142-01-01T00:00:00Z"] {
        let typo = scene.officer.post(&act, &at(good, year)).await;
        assert_eq!(typo.code(422), "invalid", "{year}");
        assert_eq!(typo.fields(), ["published_at"]);
    }
    let without = json!({ "version": view["version"], "url": good });
    let missing = scene.officer.post(&act, &without).await;
    assert_eq!(missing.code(400), "malformed");
    let wrong = scene.officer.post(&act, &at(good, "2026年3月2日")).await;
    assert_eq!(wrong.code(400), "malformed");
    assert_eq!(wrong.fields(), ["published_at"]);
    assert_eq!(
        scene.head.publish(&view, &[]).await.code(403),
        "not_allowed"
    );
    scene.officer.publish(&view, &[]).await.expect(200);
}

#[tokio::test]
async fn a_publication_discharges_only_events_of_its_column() {
    let scene = Scene::new().await;
    let here = scene.event(scene.market_duty, false).await;
    let elsewhere = scene.event(scene.budget_duty, false).await;
    let cancelled = scene.event(scene.market_duty, true).await;
    let view = released(&scene).await;
    for wrong in [vec![elsewhere], vec![cancelled], vec![here, 999_999]] {
        let answer = scene.officer.publish(&view, &wrong).await;
        assert_eq!(answer.code(422), "invalid");
        assert_eq!(answer.fields(), ["event_ids"]);
    }
    scene
        .officer
        .publish(&view, &[here, here])
        .await
        .expect(200);
    assert_eq!(scene.discharged().await, [here]);
}

#[tokio::test]
async fn a_withdrawal_says_when_it_was_taken_down_and_what_replaced_it() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    scene.later(60);
    come_back(&scene).await;
    let view = scene.officer.publish(&view, &[]).await.expect(200);
    let withdraw = |at: &str, url: &str| json!({ "reason": "内容有误", "taken_down_at": at, "replaced_by": url });
    for (body, field) in [
        (withdraw("2026-03-11T11:01:00+08:00", ""), "taken_down_at"),
        (withdraw("2026-03-11T09:59:00+08:00", ""), "taken_down_at"),
        (
            withdraw("2026-03-11T10:30:00+08:00", "t2.html"),
            "replaced_by",
        ),
    ] {
        let refused = scene.leader.act(&view, "withdraw", body).await;
        assert_eq!(refused.status, 422, "{}", refused.text);
        assert_eq!(refused.fields(), [field]);
    }
    let other = "https://www.example.gov.cn/t2.html";
    let body = withdraw("2026-03-11T10:30:00+08:00", other);
    let view = scene.leader.act(&view, "withdraw", body).await.expect(200);
    let withdrawal = &view["publication"]["withdrawal"];
    assert_eq!(withdrawal["by"], scene.leader.name.as_str());
    assert_eq!(withdrawal["reason"], "内容有误");
    assert_eq!(withdrawal["at"], "2026-03-11T10:30:00+08:00");
    assert_eq!(withdrawal["replaced_by"], other);
    let line = &scene.ledger().await[0];
    let note = line["note"].as_str().expect("a note");
    assert!(
        note.contains("2026年3月11日（周三）10:30") && note.contains(other),
        "{note}"
    );
}

/// Sessions end after half an hour.
async fn come_back(scene: &Scene) {
    for who in [&scene.officer, &scene.leader] {
        assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
    }
}

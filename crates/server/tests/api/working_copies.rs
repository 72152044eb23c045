//! 自动保存: what is typed is kept for whoever typed it, and is no act.

use lanmu_api::path;
use lanmu_api::working_copy::Slot;
use serde_json::{Value, json};

use crate::scene::{Scene, content, draft, id_of, in_section};
use crate::support::{Actor, PASSWORD, Reply};

async fn keep(who: &Actor, slot: Slot, version: i64, content: &Value) -> Reply {
    let body = json!({ "version": version, "content": content });
    who.put(&path::working_copy(slot), &body).await
}

async fn kept(who: &Actor, slot: Slot) -> Value {
    who.get(&path::working_copy(slot)).await.expect(200)
}

#[tokio::test]
async fn it_is_the_persons_own_and_changes_nothing_of_the_article() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let id = id_of(&view);
    let slot = Slot::Article(id);
    assert_eq!(kept(&scene.officer, slot).await, Value::Null);
    let mut typed = content(scene.market);
    typed["title"] = json!("改到一半的标题");
    typed["body"] = json!("<p>正文<script>alert(1)</script></p>");
    let version = view["version"].as_i64().expect("a version");
    let answer = keep(&scene.officer, slot, version, &typed)
        .await
        .expect(200);
    assert_eq!(answer["at"], "2026-03-11T10:00:00+08:00");
    let found = kept(&scene.officer, slot).await;
    assert_eq!(found["content"]["title"], "改到一半的标题");
    assert_eq!(found["content"]["body"], "<p>正文</p>");
    assert_eq!(found["version"], version);
    // Nobody else's, and no act: the review goes on.
    assert_eq!(kept(&scene.colleague, slot).await, Value::Null);
    let now = scene.officer.get(&path::article(id)).await.expect(200);
    assert_eq!(now, view);
    assert_eq!(scene.ledger_acts().await.len(), 2);

    // Typing on replaces it; saving ends it.
    typed["title"] = json!("改好的标题");
    keep(&scene.officer, slot, version, &typed)
        .await
        .expect(200);
    assert_eq!(
        kept(&scene.officer, slot).await["content"]["title"],
        "改好的标题"
    );
    let body = json!({ "version": version, "content": typed });
    scene
        .officer
        .put(&path::article(id), &body)
        .await
        .expect(200);
    assert_eq!(kept(&scene.officer, slot).await, Value::Null);
}

#[tokio::test]
async fn a_new_item_has_one_too_until_it_is_dropped_or_forgotten() {
    let scene = Scene::new().await;
    let slot = Slot::New(scene.market);
    // A draft may be unfinished in every way.
    let mut typed = content(scene.market);
    typed["column_id"] = json!(0);
    typed["title"] = json!("");
    keep(&scene.officer, slot, 0, &typed).await.expect(200);
    assert_eq!(kept(&scene.officer, Slot::New(0)).await, Value::Null);
    assert_eq!(kept(&scene.officer, slot).await["content"], typed);
    keep(&scene.officer, slot, 0, &Value::Null)
        .await
        .expect(200);
    assert_eq!(kept(&scene.officer, slot).await, Value::Null);

    keep(&scene.officer, slot, 0, &typed).await.expect(200);
    scene.later(91 * 24 * 60);
    let who = &scene.officer;
    assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
    keep(who, Slot::New(0), 0, &typed).await.expect(200);
    assert_eq!(kept(who, slot).await, Value::Null);
}

#[tokio::test]
async fn only_who_may_write_keeps_something_and_it_goes_with_the_draft() {
    let scene = Scene::new().await;
    let view = draft(&scene).await;
    let slot = Slot::Article(id_of(&view));
    let typed = content(scene.market);
    for (who, status) in [
        (&scene.head, 403),
        (&scene.leader, 403),
        (&scene.finance_officer, 404),
        (&scene.auditor, 403),
    ] {
        assert_eq!(keep(who, slot, 1, &typed).await.status, status);
        assert_eq!(who.get(&path::working_copy(slot)).await.status, status);
    }
    let mut long = typed.clone();
    long["body"] = json!("长".repeat(200_000));
    let refused = keep(&scene.officer, slot, 1, &long).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.fields(), ["body"]);
    let wrong = format!("{}/working-copies/article-x", path::BASE);
    assert_eq!(scene.officer.get(&wrong).await.status, 404);
    keep(&scene.officer, slot, 1, &typed).await.expect(200);
    let gone = scene.officer.act(&view, "delete", json!({})).await;
    assert!(gone.status < 300, "{}", gone.text);
    let answer = scene.officer.get(&path::working_copy(slot)).await;
    assert_eq!(answer.status, 404);
}

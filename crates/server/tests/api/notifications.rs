//! 消息: what a person was told, and that they have read it.

use lanmu_api::path;
use serde_json::{Value, json};

use crate::scene::{Scene, id_of, in_release, in_section};
use crate::support::Actor;

async fn told(who: &Actor, query: &str) -> Vec<Value> {
    let page = who.get(&format!("{}{query}", path::NOTIFICATIONS)).await;
    let page = page.expect(200);
    page["items"].as_array().expect("items").clone()
}

async fn unread(who: &Actor) -> u64 {
    let url = format!("{}?unread=true&limit=1", path::NOTIFICATIONS);
    who.get(&url).await.expect(200)["meta"]["total"]
        .as_u64()
        .expect("a number")
}

#[tokio::test]
async fn who_is_to_review_is_told_and_led_to_the_item() {
    let scene = Scene::new().await;
    let view = in_section(&scene).await;
    let rows = told(&scene.head, "").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["article_id"], id_of(&view));
    assert_eq!(rows[0]["to_review"], true);
    assert_eq!(rows[0]["read"], false);
    let text = rows[0]["text"].as_str().expect("a text");
    assert!(text.contains("等待您审核"), "{text}");

    scene.head.approve(&view, Some("clear")).await.expect(200);
    let rows = told(&scene.head, "").await;
    assert_eq!(rows[0]["to_review"], false, "decided");
    assert!(told(&scene.finance_head, "").await.is_empty());
    assert!(told(&scene.auditor, "").await.is_empty());
}

#[tokio::test]
async fn one_is_marked_read_or_all_up_to_one() {
    let scene = Scene::new().await;
    for _ in 0..3 {
        in_section(&scene).await;
    }
    let rows = told(&scene.head, "").await;
    let ids: Vec<i64> = rows.iter().filter_map(|row| row["id"].as_i64()).collect();
    assert!(ids[0] > ids[1] && ids[1] > ids[2], "the newest first");
    let mark = async |body: Value| scene.head.post(path::NOTIFICATIONS_READ, &body).await;

    let left = mark(json!({ "id": ids[1] })).await.expect(200);
    assert_eq!(left["unread"], 2);
    let new = told(&scene.head, "?unread=true").await;
    assert!(new.iter().all(|row| row["id"] != ids[1]));
    let again = mark(json!({ "id": ids[1] })).await.expect(200);
    assert_eq!(again["unread"], 2);

    // What comes after the list was fetched stays unread.
    in_section(&scene).await;
    let left = mark(json!({ "up_to": ids[0] })).await.expect(200);
    assert_eq!(left["unread"], 1);
    assert_eq!(unread(&scene.head).await, 1);
    assert_eq!(told(&scene.head, "").await.len(), 4);
}

#[tokio::test]
async fn nobody_marks_what_others_were_told() {
    let scene = Scene::new().await;
    in_section(&scene).await;
    let id = told(&scene.head, "").await[0]["id"].clone();
    let mark = json!({ "id": id });
    for person in [&scene.officer, &scene.finance_head, &scene.coordinator] {
        let answer = person.post(path::NOTIFICATIONS_READ, &mark).await;
        assert_eq!(answer.code(404), "not_found");
    }
    let all = json!({ "up_to": i64::MAX });
    let left = scene.officer.post(path::NOTIFICATIONS_READ, &all).await;
    assert_eq!(left.expect(200)["unread"], 0);
    assert_eq!(unread(&scene.head).await, 1);
    for body in [json!({}), json!({ "id": id, "up_to": id })] {
        let answer = scene.head.post(path::NOTIFICATIONS_READ, &body).await;
        assert_eq!(answer.code(422), "invalid");
    }
    let anonymous = scene.server.anonymous();
    assert_eq!(
        anonymous.get(path::NOTIFICATIONS).await.code(401),
        "not_signed_in"
    );
}

#[tokio::test]
async fn the_list_is_paged_by_seek() {
    let scene = Scene::new().await;
    for _ in 0..3 {
        in_release(&scene).await;
    }
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let url = format!("{}?limit=2{after}", path::NOTIFICATIONS);
        let page = scene.leader.get(&url).await.expect(200);
        assert_eq!(page["meta"]["total"], 3);
        let items = page["items"].as_array().expect("items");
        seen.extend(items.iter().filter_map(|row| row["id"].as_i64()));
        let Some(next) = page["meta"]["next"].as_str() else {
            break;
        };
        after = format!("&after={next}");
    }
    assert_eq!(seen.len(), 3);
    assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "{seen:?}");
}

//! 今日待办: what each person owes.

use lanmu_api::path;
use serde_json::Value;

use crate::scene::{Scene, draft, id_of, in_release, in_section, released};
use crate::support::Actor;

async fn kinds(person: &Actor) -> Vec<String> {
    let view = person.get(path::TODAY).await.expect(200);
    let items = view["items"].as_array().expect("items");
    assert_eq!(view["total"].as_u64(), Some(items.len() as u64));
    items
        .iter()
        .map(|item| item["kind"].as_str().unwrap_or_default().to_owned())
        .collect()
}

async fn duty(person: &Actor, column_id: i64) -> Option<Value> {
    let view = person.get(path::TODAY).await.expect(200);
    let items = view["items"].as_array().expect("items");
    items
        .iter()
        .find(|item| item["kind"] == "duty" && item["column_id"] == column_id)
        .cloned()
}

#[tokio::test]
async fn reviewers_see_what_waits_and_officers_what_came_back() {
    let scene = Scene::new().await;
    let waiting = in_section(&scene).await;
    let back = in_release(&scene).await;
    scene.leader.send_back(&back, "缺附件").await.expect(200);
    let ready = released(&scene).await;
    let own = draft(&scene).await;

    assert_eq!(kinds(&scene.head).await, ["review"]);
    let view = scene.head.get(path::TODAY).await.expect(200);
    assert_eq!(view["items"][0]["article_id"], id_of(&waiting));
    assert_eq!(view["items"][0]["stage"], "section");
    assert!(kinds(&scene.leader).await.is_empty());

    let view = scene.officer.get(path::TODAY).await.expect(200);
    let items = view["items"].as_array().expect("items");
    assert_eq!(items[0]["kind"], "returned");
    assert_eq!(items[0]["article_id"], id_of(&back));
    assert_eq!(items[0]["reason"], "缺附件");
    assert_eq!(items[0]["by"], scene.leader.name);
    assert_eq!(items[1]["kind"], "backfill");
    assert_eq!(items[1]["article_id"], id_of(&ready));
    let last = items.last().expect("a draft");
    assert_eq!(last["kind"], "draft");
    assert_eq!(last["article_id"], id_of(&own));
    // A draft is its author's; what came back is everybody's who can mend it.
    let kinds = kinds(&scene.colleague).await;
    assert!(kinds.contains(&"returned".to_owned()) && !kinds.contains(&"draft".to_owned()));
}

#[tokio::test]
async fn a_due_column_leaves_the_list_when_it_is_published() {
    let scene = Scene::new().await;
    let due = duty(&scene.officer, scene.market)
        .await
        .expect("the column is blank");
    assert_eq!(due["status"], "blank");
    assert_eq!(due["department_id"], scene.agriculture);
    assert_eq!(due["article_id"], Value::Null);
    assert!(duty(&scene.finance_officer, scene.market).await.is_none());
    assert!(duty(&scene.head, scene.market).await.is_none());

    let view = released(&scene).await;
    let due = duty(&scene.officer, scene.market)
        .await
        .expect("not yet public");
    assert_eq!(due["article_id"], id_of(&view));
    scene.officer.publish(&view, &[]).await.expect(200);
    assert!(duty(&scene.officer, scene.market).await.is_none());
}

#[tokio::test]
async fn a_withdrawn_publication_no_longer_counts() {
    let scene = Scene::new().await;
    let view = released(&scene).await;
    let view = scene.officer.publish(&view, &[]).await.expect(200);
    assert!(duty(&scene.officer, scene.market).await.is_none());
    let reason = serde_json::json!({ "reason": "内容有误" });
    scene
        .leader
        .act(&view, "withdraw", reason)
        .await
        .expect(200);
    assert!(duty(&scene.officer, scene.market).await.is_some());
}

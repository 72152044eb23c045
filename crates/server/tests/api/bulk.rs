//! 批量同意: each item on its own, nothing twice, and of each what became of it.

use lanmu_api::bulk::{ApproveArticles, BulkOutcome, InboxRow, ShownItem};
use lanmu_api::error::ErrorCode;
use lanmu_api::page::Page;
use lanmu_api::path;
use lanmu_domain::review::{BulkExclusion, Refusal};
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::scene::{Scene, content, in_release, in_section};
use crate::support::{Actor, Reply};

/// What stands on the screen, all of it ticked.
async fn shown(person: &Actor) -> Vec<ShownItem> {
    rows(person).await.into_iter().map(ticked).collect()
}

async fn rows(person: &Actor) -> Vec<InboxRow> {
    let page: Page<InboxRow> = person
        .get(&format!("{}?limit=100", path::INBOX))
        .await
        .body();
    page.items
}

fn ticked(row: InboxRow) -> ShownItem {
    ShownItem {
        id: row.row.id,
        version: row.version,
        revision: row.revision,
    }
}

fn request(items: &[ShownItem]) -> ApproveArticles {
    ApproveArticles {
        items: items.to_vec(),
        opinion: "同意发布".to_owned(),
    }
}

async fn approve(person: &Actor, key: &str, items: &[ShownItem]) -> Reply {
    person
        .post_again(path::ARTICLE_APPROVALS, key, &request(items))
        .await
}

/// The items that did not go through.
fn not_done(outcome: &BulkOutcome) -> Vec<i64> {
    let failed = outcome.items.iter().filter(|item| item.problem.is_some());
    failed.map(|item| item.id).collect()
}

async fn releases(scene: &Scene) -> usize {
    let acts = scene.ledger_acts().await;
    acts.iter().filter(|act| *act == "release_approved").count()
}

async fn edit(scene: &Scene, id: i64) {
    let now = scene.officer.get(&path::article(id)).await.expect(200);
    let mut changed = content(scene.market);
    changed["title"] = json!("改过的标题");
    let body = json!({ "version": now["version"], "content": changed });
    scene
        .officer
        .put(&path::article(id), &body)
        .await
        .expect(200);
}

#[tokio::test]
async fn of_twenty_ticked_three_changed_meanwhile_and_seventeen_go_through() {
    let scene = Scene::new().await;
    for _ in 0..20 {
        in_release(&scene).await;
    }
    let items = shown(&scene.leader).await;
    assert_eq!(items.len(), 20);
    let changed: Vec<i64> = [2, 7, 19].map(|place: usize| items[place].id).to_vec();
    for id in &changed {
        edit(&scene, *id).await;
    }
    let outcome: BulkOutcome = approve(&scene.leader, "bulk-1", &items).await.body();
    assert_eq!(outcome.items.len(), 20);
    assert_eq!(not_done(&outcome), changed);
    for item in outcome.items.iter().filter(|item| item.problem.is_some()) {
        let problem = item.problem.as_ref().expect("a problem");
        assert_eq!(problem.code, ErrorCode::Stale);
        let conflict = problem.conflict.as_ref().expect("who was first");
        assert_eq!(conflict.changed_by, scene.officer.name);
        assert!(problem.message.contains(&scene.officer.name));
    }
    assert_eq!(releases(&scene).await, 17);
    let line = &scene.ledger().await[0];
    assert_eq!(line["act"], "release_approved");
    assert_eq!(line["note"], "批量同意。同意发布");
    assert!(scene.ledger_is_intact().await);

    // The answer was lost: the same request again does nothing and says the same.
    let again: BulkOutcome = approve(&scene.leader, "bulk-1", &items).await.body();
    assert_eq!(again, outcome);
    assert_eq!(releases(&scene).await, 17);
    assert!(scene.leader.inbox("").await.is_empty());
}

#[tokio::test]
async fn a_retry_after_half_of_it_was_done_does_only_the_other_half() {
    let scene = Scene::new().await;
    for _ in 0..4 {
        in_release(&scene).await;
    }
    let items = shown(&scene.leader).await;
    // The first two are done and answered under their own keys; then the ledger breaks.
    let outcome: BulkOutcome = approve(&scene.leader, "half", &items[..2]).await.body();
    assert_eq!(not_done(&outcome), [] as [i64; 0]);
    scene.break_ledger().await;
    let failed: BulkOutcome = approve(&scene.leader, "rest", &items[2..]).await.body();
    assert_eq!(not_done(&failed), [items[2].id, items[3].id]);
    let problem = failed.items[0].problem.as_ref().expect("a problem");
    assert_eq!(problem.code, ErrorCode::Internal);
    assert!(
        !problem.message.contains("ledger"),
        "the cause is for the log"
    );
    scene.mend_ledger().await;
    let again: BulkOutcome = approve(&scene.leader, "rest", &items[2..]).await.body();
    assert_eq!(not_done(&again), [] as [i64; 0]);
    assert_eq!(releases(&scene).await, 4);
    // The same key with another selection is another request.
    let other = approve(&scene.leader, "rest", &items[..3]).await;
    assert_eq!(other.code(409), "idempotency_key_reused");
}

#[tokio::test]
async fn what_wants_a_second_look_is_left_out_and_says_why() {
    let scene = Scene::new().await;
    let clean = in_release(&scene).await;
    let returned = in_release(&scene).await;
    let returned = scene
        .leader
        .send_back(&returned, "请核对数字")
        .await
        .expect(200);
    let again = scene
        .officer
        .act(&returned, "submit", json!({}))
        .await
        .expect(200);
    scene.head.approve(&again, Some("clear")).await.expect(200);
    let rows = rows(&scene.leader).await;
    let left_out: Vec<&[BulkExclusion]> = rows.iter().map(|row| &row.left_out[..]).collect();
    assert_eq!(left_out, [&[][..], &[BulkExclusion::Returned][..]]);
    let items: Vec<ShownItem> = rows.into_iter().map(ticked).collect();
    let outcome: BulkOutcome = approve(&scene.leader, "mixed", &items).await.body();
    assert_eq!(not_done(&outcome), [items[1].id]);
    let problem = outcome.items[1].problem.as_ref().expect("a problem");
    assert_eq!(problem.left_out, [BulkExclusion::Returned]);
    assert_eq!(problem.code, ErrorCode::Refused);
    assert_eq!(problem.message, BulkExclusion::Returned.message());
    assert_eq!(releases(&scene).await, 1);
    let state = |view: Value| view["row"]["state"].clone();
    let now = scene
        .officer
        .get(&path::article(items[0].id))
        .await
        .expect(200);
    assert_eq!(state(now), "released");
    assert_eq!(clean["row"]["id"], items[0].id);
}

#[tokio::test]
async fn the_second_review_and_other_departments_are_not_for_bulk() {
    let scene = Scene::new().await;
    let second = in_section(&scene).await;
    let third = in_release(&scene).await;
    let shown = |view: &Value| ShownItem {
        id: view["row"]["id"].as_i64().expect("an id"),
        version: view["version"].as_i64().expect("a version"),
        revision: view["revision"].as_str().expect("a hash").to_owned(),
    };
    let items = [shown(&second), shown(&third)];
    for person in [&scene.officer, &scene.coordinator, &scene.auditor] {
        assert_eq!(
            approve(person, "not-mine", &items).await.code(403),
            "not_allowed"
        );
    }
    let outcome: BulkOutcome = approve(&scene.head, "head", &items).await.body();
    let first = outcome.items[0].problem.as_ref().expect("a problem");
    assert_eq!(first.left_out, [BulkExclusion::SecrecyConclusion]);
    // The head signed the other one, and is no leader.
    let other = outcome.items[1].problem.as_ref().expect("a problem");
    assert!(other.refusals.contains(&Refusal::SamePerson));
    let outcome: BulkOutcome = approve(&scene.finance_head, "finance", &items).await.body();
    for item in &outcome.items {
        let problem = item.problem.as_ref().expect("a problem");
        assert_eq!(problem.code, ErrorCode::NotFound, "nothing of it is told");
    }
    let outcome: BulkOutcome = approve(&scene.leader, "leader", &items).await.body();
    assert_eq!(not_done(&outcome), [items[0].id]);
}

#[tokio::test]
async fn who_signed_before_cannot_release_in_bulk_and_the_auditor_reads_of_it() {
    let scene = Scene::new().await;
    let view = in_release(&scene).await;
    scene
        .grant(&scene.head, Role::Leader, scene.agriculture)
        .await;
    let items = shown(&scene.leader).await;
    assert!(shown(&scene.head).await.is_empty(), "it is not even shown");
    let outcome: BulkOutcome = approve(&scene.head, "again", &items).await.body();
    let problem = outcome.items[0].problem.as_ref().expect("a problem");
    assert_eq!(problem.refusals, [Refusal::SamePerson]);
    assert_eq!(problem.message, Refusal::SamePerson.message());
    let acts = scene.ledger_acts().await;
    assert_eq!(acts.last().map(String::as_str), Some("refused"));
    assert_eq!(releases(&scene).await, 0);
    let now = scene
        .leader
        .get(&path::article(items[0].id))
        .await
        .expect(200);
    assert_eq!(now["version"], view["version"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_leaders_at_the_same_instant_each_item_goes_to_one() {
    let scene = Scene::new().await;
    let other = scene
        .server
        .newcomer(Role::Leader, Some("县农业农村局"))
        .await;
    for _ in 0..12 {
        in_release(&scene).await;
    }
    let items = shown(&scene.leader).await;
    let mut backwards = shown(&other).await;
    backwards.reverse();
    let (one, two) = tokio::join!(
        approve(&scene.leader, "one", &items),
        approve(&other, "two", &backwards)
    );
    let (one, two): (BulkOutcome, BulkOutcome) = (one.body(), two.body());
    assert_eq!(not_done(&one).len() + not_done(&two).len(), 12);
    assert_eq!(releases(&scene).await, 12);
    for item in one.items.iter().chain(&two.items) {
        let Some(problem) = &item.problem else {
            continue;
        };
        assert_eq!(problem.code, ErrorCode::Stale);
        assert_eq!(problem.conflict.as_ref().expect("who").what, "审发同意");
    }
    assert!(scene.ledger_is_intact().await);
}

#[tokio::test]
async fn equal_requests_at_the_same_moment_are_done_once() {
    let scene = Scene::new().await;
    for _ in 0..3 {
        in_release(&scene).await;
    }
    let items = shown(&scene.leader).await;
    let (one, two) = tokio::join!(
        approve(&scene.leader, "at-once", &items),
        approve(&scene.leader, "at-once", &items)
    );
    let (one, two): (BulkOutcome, BulkOutcome) = (one.body(), two.body());
    assert_eq!(one, two);
    assert_eq!(not_done(&one), [] as [i64; 0]);
    assert_eq!(releases(&scene).await, 3);
}

#[tokio::test]
async fn a_selection_that_cannot_be_meant_is_refused_whole() {
    let scene = Scene::new().await;
    in_release(&scene).await;
    let items = shown(&scene.leader).await;
    let twice = [items[0].clone(), items[0].clone()];
    let many: Vec<ShownItem> = (1..=101)
        .map(|id| ShownItem {
            id,
            ..items[0].clone()
        })
        .collect();
    for wrong in [&[][..], &twice[..], &many[..]] {
        let refused = approve(&scene.leader, "wrong", wrong).await;
        assert_eq!(refused.code(422), "invalid");
        assert_eq!(refused.fields(), ["items"]);
    }
    let long = ApproveArticles {
        items: items.clone(),
        opinion: "长".repeat(100_000),
    };
    let outcome: BulkOutcome = scene
        .leader
        .post(path::ARTICLE_APPROVALS, &long)
        .await
        .body();
    let problem = outcome.items[0].problem.as_ref().expect("a problem");
    assert_eq!(problem.code, ErrorCode::Invalid);
    assert_eq!(releases(&scene).await, 0);
}

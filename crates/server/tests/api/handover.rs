//! 工作交接: what somebody holds goes to a successor in one act, and no stage is left empty.

use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::entity::{article, post};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};

use crate::scene::{Scene, draft, id_of, in_section};
use crate::support::Actor;

async fn holdings(security: &Actor, person: &Actor) -> Value {
    security
        .get(&path::handover(person.person_id))
        .await
        .expect(200)
}

fn ids(view: &Value) -> Vec<i64> {
    let posts = view["posts"].as_array().unwrap();
    posts
        .iter()
        .map(|post| post["id"].as_i64().unwrap())
        .collect()
}

fn form(view: &Value, successor: &Actor, left_out: &[i64]) -> Value {
    json!({
        "successor_id": successor.person_id, "post_ids": ids(view), "reason": "岗位调整",
        "left_out": left_out,
    })
}

#[tokio::test]
async fn the_last_one_of_a_stage_does_not_go_without_a_successor() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let closed = json!({ "active": false });
    for person in [&scene.head, &scene.leader] {
        let post_id = ids(&holdings(&security, person).await)[0];
        let ended = security
            .delete(&path::person_post(person.person_id, post_id))
            .await;
        assert_eq!(ended.code(409), "refused");
        assert!(ended.error().message.contains("工作交接"));
        let activation = path::person_act(person.person_id, "activation");
        let refused = scene.administrator.post(&activation, &closed).await;
        assert_eq!(refused.code(409), "refused");
        let view = holdings(&security, person).await;
        assert_eq!(view["posts"][0]["last"], true);
    }
    // One of two officers may go; then the other is the last.
    let post_id = ids(&holdings(&security, &scene.colleague).await)[0];
    let path = path::person_post(scene.colleague.person_id, post_id);
    security.delete(&path).await.expect(200);
    let post_id = ids(&holdings(&security, &scene.officer).await)[0];
    let path = path::person_post(scene.officer.person_id, post_id);
    assert_eq!(security.delete(&path).await.code(409), "refused");
}

#[tokio::test]
async fn posts_items_delegations_and_entries_go_over_in_one_act() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let successor = scene.server.newcomer(Role::Officer, Some("县林业局")).await;
    let waiting = in_section(&scene).await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.colleague, 600)
        .await;
    let before = scene.server.state.clock.today() - chrono::Days::new(30);
    let entry = json!({
        "role": "staff", "name": "股长", "post": "市场股股长", "first_day": before.to_string(),
        "person_id": scene.head.person_id,
    });
    let roster = path::roster(scene.agriculture);
    scene.head.post(&roster, &entry).await.expect(201);

    let view = holdings(&security, &scene.head).await;
    assert_eq!(view["waiting"][0]["article_id"], id_of(&waiting));
    assert_eq!(view["delegations"][0]["given"], true);
    assert_eq!(view["entries"][0]["post"], "市场股股长");
    assert!(
        !view
            .to_string()
            .contains(waiting["title"].as_str().unwrap_or("标题")),
        "no titles"
    );
    let done = security
        .post(
            &path::handover(scene.head.person_id),
            &form(&view, &successor, &[]),
        )
        .await
        .expect(200);
    assert_eq!(
        (
            &done["posts"],
            &done["waiting"],
            &done["delegations_ended"],
            &done["entries"]
        ),
        (&json!(1), &json!(1), &json!(1), &json!(1)),
        "{done}"
    );
    assert_eq!(scene.head.get(path::INBOX).await.code(403), "not_allowed");
    assert_eq!(successor.inbox("").await, [id_of(&waiting)]);
    successor.approve(&waiting, Some("clear")).await.expect(200);
    let listed = scene.coordinator.get(&roster).await.expect(200);
    assert_eq!(listed["entries"][0]["name"], successor.name.as_str());
    assert_eq!(listed["others"][0]["name"], "股长");
    assert!(
        scene
            .notified(&successor)
            .await
            .iter()
            .any(|text| text.contains("已移交给您"))
    );
    assert!(
        scene
            .notified(&scene.head)
            .await
            .iter()
            .any(|text| text.contains("已移交给"))
    );
    assert!(scene.ledger_is_intact().await);
    // Now the account can be closed.
    let activation = path::person_act(scene.head.person_id, "activation");
    let closed = json!({ "active": false });
    scene
        .administrator
        .post(&activation, &closed)
        .await
        .expect(200);
}

#[tokio::test]
async fn drafts_go_to_the_successor_and_given_delegations_end() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let view = draft(&scene).await;
    let held = holdings(&security, &scene.officer).await;
    assert_eq!(held["drafts"][0]["article_id"], id_of(&view));
    let done = security
        .post(
            &path::handover(scene.officer.person_id),
            &form(&held, &scene.finance_officer, &[]),
        )
        .await
        .expect(200);
    assert_eq!(done["drafts"], 1);
    let moved = article::Entity::find_by_id(id_of(&view))
        .one(scene.server.state.db.conn())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(moved.created_by, scene.finance_officer.person_id);
    let today = scene.finance_officer.get(path::TODAY).await.expect(200);
    let items = today["items"].as_array().unwrap();
    assert!(
        items.iter().any(|item| item["article_id"] == id_of(&view)),
        "{today}"
    );

    let id = scene
        .pass_on(&scene.head, Role::SectionHead, &scene.colleague, 600)
        .await;
    let held = holdings(&security, &scene.head).await;
    let done = security
        .post(
            &path::handover(scene.head.person_id),
            &form(&held, &scene.finance_head, &[]),
        )
        .await
        .expect(200);
    assert_eq!(
        (&done["delegations_ended"], &done["delegations_moved"]),
        (&json!(1), &json!(0))
    );
    let rows = security.get(path::DELEGATIONS).await.expect(200);
    let row = rows["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == id)
        .unwrap();
    assert_eq!(row["state"], "ended");
}

#[tokio::test]
async fn a_delegation_to_whoever_leaves_goes_to_the_successor() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &scene.finance_head, 600)
        .await;
    let waiting = in_section(&scene).await;
    let successor = scene.server.newcomer(Role::Officer, Some("县林业局")).await;
    let held = holdings(&security, &scene.finance_head).await;
    assert_eq!(held["delegations"][0]["given"], false);
    let done = security
        .post(
            &path::handover(scene.finance_head.person_id),
            &form(&held, &successor, &[]),
        )
        .await
        .expect(200);
    assert_eq!(done["delegations_moved"], 1, "{done}");
    assert_eq!(successor.inbox("").await, [id_of(&waiting)]);
    assert_eq!(
        scene.finance_head.get(path::INBOX).await.code(403),
        "not_allowed"
    );
}

#[tokio::test]
async fn three_people_stay_three_people() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let waiting = in_section(&scene).await;
    // The officer wrote and submitted it, and takes over from the section head.
    let held = holdings(&security, &scene.head).await;
    let taken = held["waiting"][0]["taken"].as_array().unwrap();
    assert!(taken.contains(&json!(scene.officer.person_id)), "{held}");
    let address = path::handover(scene.head.person_id);
    let unseen = security
        .post(&address, &form(&held, &scene.officer, &[]))
        .await;
    assert_eq!(unseen.code(409), "stale");
    let still = post::Entity::find()
        .filter(post::Column::PersonId.eq(scene.head.person_id))
        .filter(post::Column::EndedAt.is_null())
        .count(scene.server.state.db.conn())
        .await
        .unwrap();
    assert_eq!(still, 1, "nothing half done");
    let done = security
        .post(&address, &form(&held, &scene.officer, &[id_of(&waiting)]))
        .await
        .expect(200);
    assert_eq!(
        (&done["left_out"], &done["waiting"]),
        (&json!(1), &json!(0))
    );
    let refused = scene.officer.approve(&waiting, Some("clear")).await;
    assert_eq!(refused.code(409), "refused");
}

#[tokio::test]
async fn only_the_security_administrator_hands_over_and_says_why() {
    let scene = Scene::new().await;
    let security = scene.server.security_administrator().await;
    let address = path::handover(scene.head.person_id);
    let held = holdings(&security, &scene.head).await;
    let body = form(&held, &scene.colleague, &[]);
    for other in [
        &scene.head,
        &scene.leader,
        &scene.coordinator,
        &scene.administrator,
        &scene.auditor,
    ] {
        assert_eq!(other.get(&address).await.code(403), "not_allowed");
        assert_eq!(other.post(&address, &body).await.code(403), "not_allowed");
    }
    let wrong = json!({"successor_id": scene.head.person_id, "post_ids": [], "reason": " "});
    let refused = security.post(&address, &wrong).await;
    assert_eq!(refused.fields(), ["successor_id", "post_ids", "reason"]);
    let to_oneself = form(&held, &security, &[]);
    assert_eq!(
        security.post(&address, &to_oneself).await.code(403),
        "not_allowed"
    );
    assert_eq!(
        security.get(&path::handover(999_999)).await.code(404),
        "not_found"
    );
}

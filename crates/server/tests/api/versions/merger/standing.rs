//! What stands for some time: delegations, feeds, events, attestations.

use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::entity::attestation;
use reqwest::Client;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::{Value, json};

use super::{FARMING, FINANCE, planned};
use crate::county::{Person, Site};
use crate::scene::{Scene, id_of, in_release, in_section};
use crate::support::PASSWORD;

const DAY: &str = super::super::DAY;
const HOURS: i64 = 60;

#[tokio::test]
async fn delegations_in_force_and_to_come_go_on() {
    let scene = Scene::new().await;
    let office = Some("县政府办公室");
    let for_head = scene.server.newcomer(Role::SectionHead, office).await;
    let for_leader = scene.server.newcomer(Role::Leader, office).await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &for_head, 72 * HOURS)
        .await;
    let mut body = scene
        .delegation(&scene.leader, Role::Leader, &for_leader, 72 * HOURS)
        .await;
    let begins = scene.server.state.clock.now() + chrono::Duration::hours(30);
    body["starts_at"] = json!(begins.to_rfc3339());
    scene
        .leader
        .post(path::DELEGATIONS, &body)
        .await
        .expect(201);
    let submitted = in_section(&scene).await;
    let approved = in_release(&scene).await;
    scene.merge_tomorrow().await;
    assert_eq!(for_head.inbox("").await, [id_of(&submitted)]);
    let people = [&scene.head, &for_head, &for_leader, &scene.auditor];
    scene.next_day(&people).await;
    assert_eq!(for_head.inbox("").await, [id_of(&submitted)]);
    assert!(for_leader.inbox("").await.is_empty(), "it has not begun");
    let listed = scene.head.get(path::DELEGATIONS).await.expect(200);
    let own = &listed["items"][0];
    assert_eq!(
        (&own["state"], &own["department_name"]),
        (&json!("in_force"), &json!(FINANCE))
    );
    let view = super::see(&for_head, &submitted).await;
    let view = for_head.approve(&view, Some("clear")).await.expect(200);
    assert_eq!(view["row"]["state"], "in_release_review");
    scene.later(7 * HOURS);
    for who in [&for_leader, &scene.auditor] {
        assert_eq!(who.sign_in(&who.login, PASSWORD).await.status, 200);
    }
    let mut waiting = for_leader.inbox("").await;
    waiting.sort_unstable();
    assert_eq!(waiting, [id_of(&submitted), id_of(&approved)]);
    let view = super::see(&for_leader, &approved).await;
    let view = for_leader.approve(&view, None).await.expect(200);
    assert_eq!(view["row"]["state"], "released");
    scene.nothing_went_out_unapproved().await;
    assert!(scene.ledger_is_intact().await);
}

async fn merged_site(site: &Site) {
    let coordinator = site.sign_in("coordinator").await;
    let both = (
        site.department_id(FARMING).await,
        site.department_id(FINANCE).await,
    );
    planned(&coordinator, both, DAY).await;
}

async fn read(site: &Site, feed: &str) -> String {
    let client = Client::builder().no_proxy().build().expect("a client");
    let answer = client.get(format!("{}{feed}", site.base())).send().await;
    let text = answer.expect("an answer").text().await.expect("a body");
    text.replace("\r\n ", "")
}

#[tokio::test]
async fn a_feed_goes_on_with_what_the_new_department_owes() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let farming = site.department(FARMING).await;
    let made = officer
        .post("/feeds", &json!({"department_id": farming}))
        .await
        .created();
    let feed = made["path"].as_str().expect("a path").to_owned();
    merged_site(&site).await;
    site.advance_days(7);
    let before = read(&site, &feed).await;
    assert!(before.contains("（县农业农村局）"), "{before}");
    site.advance_days(1);
    let after = read(&site, &feed).await;
    assert!(after.contains("（县财政局）"), "{after}");
    assert!(!after.contains("（县农业农村局）"), "{after}");
    assert!(after.contains("三农工作情况"), "{after}");
}

async fn open_events(person: &Person, duty_id: i64) -> Vec<i64> {
    let duty = person.get(&format!("/duties/{duty_id}")).await.ok();
    let events = duty["open_events"].as_array().expect("events").iter();
    events.filter_map(|event| event["id"].as_i64()).collect()
}

#[tokio::test]
async fn open_events_oblige_the_new_department_and_answered_ones_nobody_again() {
    let site = Site::start().await;
    let officer = site.sign_in("nyj-officer").await;
    let farming = site.department_id(FARMING).await;
    let finance = site.department_id(FINANCE).await;
    let duty_id = site.duty(FARMING, "工作动态").await;
    let register = async |title: &str, departments: Value| {
        let body = json!({
            "trigger": "activity", "title": title, "occurred_on": "2026-11-20",
            "duty_ids": [duty_id], "department_ids": departments,
        });
        let event = officer.post("/events", &body).await.created();
        event["id"].as_i64().expect("an id")
    };
    let answered = register("盐边县农业农村局召开冬季农业生产现场会", json!([farming])).await;
    let open = register("盐边县农业农村局召开春耕备耕会", json!([farming])).await;
    // Obliges every owner, whoever it is.
    let of_all = register("盐边县农业农村局召开年度总结会", json!([])).await;
    let done = [answered, of_all];
    site.publish(duty_id, farming, "2026-11-23T09:00:00+08:00", &done)
        .await;
    assert_eq!(open_events(&officer, duty_id).await, [open]);
    merged_site(&site).await;
    site.advance_days(7);
    let head = site.sign_in("nyj-officer").await;
    assert_eq!(open_events(&head, duty_id).await, [open]);
    site.advance_days(1);
    let finance_officer = site.sign_in("czj-officer").await;
    assert_eq!(open_events(&finance_officer, duty_id).await, [open]);
    site.publish(duty_id, finance, "2026-12-01T09:00:00+08:00", &[open])
        .await;
    assert_eq!(
        open_events(&finance_officer, duty_id).await,
        Vec::<i64>::new()
    );
}

#[tokio::test]
async fn an_attestation_that_waits_is_decided_by_the_new_section_head() {
    let site = Site::start().await;
    let duty_id = site.duty(FARMING, "惠农政策").await;
    let farming = site.department_id(FARMING).await;
    let row = attestation::ActiveModel {
        site_id: Set(1),
        duty_id: Set(duty_id),
        department_id: Set(farming),
        note: Set("已逐项核对，内容与实际一致。".to_owned()),
        person_id: Set(None),
        person_name: Set("演示填录".to_owned()),
        attested_at: Set("2026-11-22T01:00:00Z".parse().expect("a time")),
        confirmed: Set(false),
        awaits: Set(true),
        decision: Set(None),
        decision_note: Set(None),
        decided_by: Set(None),
        decided_by_name: Set(None),
        decided_at: Set(None),
        ..Default::default()
    };
    let waits = row.insert(site.db()).await.expect("stored").id;
    merged_site(&site).await;
    let path = format!("/attestations/{waits}/decision");
    let confirmed = json!({"confirmed": true});
    let head = site.sign_in("czj-head").await;
    head.post(&path, &confirmed).await.refused(404, "not_found");
    site.advance_days(8);
    let head = site.sign_in("czj-head").await;
    let answer = head.post(&path, &confirmed).await.ok();
    assert_eq!(answer["decision"]["decision"], "confirmed");
}

#[tokio::test]
async fn nobody_gets_anything_in_a_department_that_is_no_more() {
    let site = Site::start().await;
    let farming = site.department_id(FARMING).await;
    let head = site.sign_in("nyj-head").await;
    merged_site(&site).await;
    site.advance_days(8);
    let security = site.sign_in("secadmin").await;
    let path = format!("/people/{}/posts", head.0.person_id);
    let post = json!({"role": "leader", "department_id": farming, "title": "副局长"});
    let error = security.post(&path, &post).await.refused(422, "invalid");
    assert_eq!(error["fields"][0]["field"], "department_id");
    let reply = head.0.sign_in(&head.0.login, PASSWORD).await.ok();
    let posts = reply.json["posts"].as_array().expect("posts");
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0]["department_name"], FINANCE);
    // Its name leads to the department into which it went.
    let coordinator = site.sign_in("coordinator").await;
    let found = coordinator.get("/search?q=县农业农村局").await.ok();
    let found = found.to_string();
    assert!(found.contains("\"title\":\"县财政局\""), "{found}");
    assert!(!found.contains("\"title\":\"县农业农村局\""), "{found}");
}

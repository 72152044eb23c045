//! A retry after a lost answer does nothing twice.

use chrono::Duration;
use lanmu_api::error::ErrorCode;
use lanmu_api::path;
use lanmu_api::person::CreatePerson;
use lanmu_server::db::forget_answers;
use lanmu_server::entity::{idempotency_key, ledger_line, person};
use reqwest::Method;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::{Actor, Reply, TestServer, send};

fn newcomer(login: &str) -> CreatePerson {
    CreatePerson {
        name: "新同事".to_owned(),
        login: login.to_owned(),
    }
}

async fn counts(server: &TestServer) -> (u64, u64) {
    let db = server.state.db.conn();
    let people = person::Entity::find().count(db).await.expect("people");
    let lines = ledger_line::Entity::find().count(db).await.expect("lines");
    (people, lines)
}

async fn create(actor: &Actor, key: &str, login: &str) -> Reply {
    actor.post_again(path::PEOPLE, key, &newcomer(login)).await
}

#[tokio::test]
async fn the_same_request_with_the_same_key_is_done_once_and_answered_twice() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let first = create(&administrator, "once", "newcomer").await.ok();
    let after_first = counts(&server).await;
    let second = create(&administrator, "once", "newcomer").await.ok();
    assert_eq!(second.status, first.status);
    assert_eq!(second.json["person_id"], first.json["person_id"]);
    assert_eq!(counts(&server).await, after_first);
}

#[tokio::test]
async fn equal_requests_at_the_same_moment_are_done_once() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let (people, _) = counts(&server).await;
    let twice = tokio::join!(
        create(&administrator, "at-once", "newcomer"),
        create(&administrator, "at-once", "newcomer"),
        create(&administrator, "at-once", "newcomer"),
    );
    let ids = [twice.0, twice.1, twice.2].map(|reply| reply.ok().json["person_id"].as_i64());
    assert!(
        ids[0].is_some() && ids.iter().all(|id| *id == ids[0]),
        "{ids:?}"
    );
    assert_eq!(counts(&server).await.0, people + 1);
}

#[tokio::test]
async fn the_same_key_with_another_request_is_refused() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let created = create(&administrator, "used", "newcomer").await.ok();
    let before = counts(&server).await;
    let other_body = create(&administrator, "used", "somebody-else")
        .await
        .error();
    assert_eq!(other_body.code, ErrorCode::IdempotencyKeyReused);
    let id = created.json["person_id"].as_i64().expect("an id");
    let other_path = path::person_act(id, "reset-password");
    let other_path = administrator
        .post_again(&other_path, "used", &())
        .await
        .error();
    assert_eq!(other_path.code, ErrorCode::IdempotencyKeyReused);
    assert_eq!(counts(&server).await, before);
}

#[tokio::test]
async fn two_people_may_have_the_same_key() {
    let server = TestServer::start().await;
    let system = server.system_administrator().await;
    let other = server
        .newcomer(lanmu_domain::role::Role::SystemAdministrator, None)
        .await;
    create(&system, "shared", "first-one").await.ok();
    create(&other, "shared", "second-one").await.ok();
}

#[tokio::test]
async fn a_request_that_was_refused_may_be_tried_again_with_its_key() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let error = create(&administrator, "again", "x").await.error();
    assert_eq!(error.code, ErrorCode::Invalid);
    create(&administrator, "again", "newcomer").await.ok();
}

#[tokio::test]
async fn a_write_without_a_key_is_refused() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let ask = || {
        administrator
            .request(Method::POST, path::PEOPLE)
            .json(&newcomer("newcomer"))
    };
    for request in [
        ask(),
        ask().header(path::IDEMPOTENCY_KEY, ""),
        ask().header(path::IDEMPOTENCY_KEY, "k".repeat(101)),
    ] {
        let error = send(request).await.error();
        assert_eq!(error.code, ErrorCode::IdempotencyKeyMissing);
    }
    send(ask().header(path::IDEMPOTENCY_KEY, "k".repeat(100)))
        .await
        .ok();
}

#[tokio::test]
async fn no_password_is_kept_for_a_retry() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let issued = create(&administrator, "secret", "newcomer").await.ok();
    let password = issued.json["password"].as_str().expect("a password");
    assert!(!password.is_empty());
    let kept = idempotency_key::Entity::find()
        .all(server.state.db.conn())
        .await
        .expect("answers");
    assert!(!kept.is_empty() && kept.iter().all(|row| !row.body.contains(password)));
}

#[tokio::test]
async fn answers_are_kept_for_retries_but_not_for_ever() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    create(&administrator, "kept", "newcomer").await.ok();
    let week = Duration::days(7);
    assert_eq!(
        forget_answers(&server.state, week).await.expect("cleaning"),
        0
    );
    server.advance(week + Duration::seconds(1));
    assert_eq!(
        forget_answers(&server.state, week).await.expect("cleaning"),
        1
    );
}

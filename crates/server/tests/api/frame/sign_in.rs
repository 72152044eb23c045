//! Signing in, and being kept out.

use std::time::{Duration as Time, Instant};

use chrono::Duration;
use lanmu_api::error::ErrorCode;
use lanmu_api::path;
use lanmu_api::session::SessionView;
use lanmu_server::entity::ledger_line;
use sea_orm::{EntityTrait, QueryOrder};

use super::session::close_account;
use crate::support::{Actor, PASSWORD, Reply, TestServer, opening};

const DEPARTMENT: &str = "县财政局";

#[tokio::test]
async fn the_right_password_opens_a_session_that_names_posts_and_permissions() {
    let server = TestServer::start().await;
    let login = server.officer(DEPARTMENT).await.login;
    let somebody = server.anonymous();
    let signed_in: SessionView = somebody.sign_in(&login, PASSWORD).await.body();
    assert_eq!(signed_in.login, login);
    assert_eq!(signed_in.posts.len(), 1);
    assert_eq!(signed_in.posts[0].department_name, DEPARTMENT);
    assert_eq!(signed_in.idle_ends_at, opening() + Duration::minutes(30));
    assert!(!signed_in.permissions.is_empty() && !signed_in.must_change_password);
    let known: SessionView = somebody.get(path::SESSION).await.body();
    assert_eq!(known, signed_in);
    let last = ledger_line::Entity::find().order_by_desc(ledger_line::Column::Sequence);
    let last = last.one(server.state.db.conn()).await.unwrap().unwrap();
    assert_eq!(
        (last.act.as_str(), last.person_id),
        ("signed_in", Some(signed_in.person_id))
    );
}

#[tokio::test]
async fn a_login_is_known_in_either_case_and_with_spaces_around_it() {
    let server = TestServer::start().await;
    let login = server.officer(DEPARTMENT).await.login;
    server
        .anonymous()
        .sign_in(&format!(" {} ", login.to_uppercase()), PASSWORD)
        .await
        .ok();
}

#[tokio::test]
async fn wrong_unknown_and_inactive_are_told_the_same() {
    let server = TestServer::start().await;
    let somebody = server.anonymous();
    let officer = server.officer(DEPARTMENT).await;
    let head = server.section_head(DEPARTMENT).await;
    close_account(&server, &head).await;
    let mut told = Vec::new();
    for (login, password) in [
        (officer.login.as_str(), "Wrong-Password-1"),
        ("nobody", PASSWORD),
        (&head.login, PASSWORD),
    ] {
        let reply = somebody.sign_in(login, password).await;
        assert_eq!(reply.header("set-cookie"), "", "{login} has a cookie");
        let error = reply.error();
        told.push((error.code, error.message, error.fields));
    }
    assert_eq!(told[0].0.status(), 401);
    assert!(told.iter().all(|other| *other == told[0]), "{told:?}");
    assert_eq!(somebody.get(path::SESSION).await.code(401), "not_signed_in");
}

#[tokio::test]
async fn an_unknown_login_takes_as_long_as_a_real_hash() {
    let server = TestServer::start().await;
    let anonymous = server.anonymous();
    let started = Instant::now();
    anonymous
        .sign_in("nobody-at-all", "Wrong-Password-1")
        .await
        .error();
    // 19 MiB twice over takes more than this anywhere; skipping it takes less than a millisecond.
    assert!(started.elapsed() > Time::from_millis(5));
}

#[tokio::test]
async fn five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour() {
    let server = TestServer::start().await;
    let login = server.officer(DEPARTMENT).await.login;
    let somebody = server.anonymous();
    for _ in 0..4 {
        assert_eq!(
            wrong(&somebody, &login).await.code(401),
            "wrong_credentials"
        );
    }
    let fifth = wrong(&somebody, &login).await;
    assert_eq!(fifth.code(429), "too_many_attempts");
    assert_eq!(fifth.header("retry-after"), "900");

    server.advance(Duration::seconds(899));
    let right = somebody.sign_in(&login, PASSWORD).await;
    assert_eq!(right.code(429), "too_many_attempts");
    assert_eq!(right.header("retry-after"), "1");

    server.advance(Duration::seconds(1));
    somebody.sign_in(&login, PASSWORD).await.ok();
}

#[tokio::test]
async fn after_a_lock_there_are_five_attempts_again() {
    let server = TestServer::start().await;
    let login = server.officer(DEPARTMENT).await.login;
    let somebody = server.anonymous();
    for _ in 0..5 {
        wrong(&somebody, &login).await;
    }
    server.advance(Duration::minutes(15));
    for _ in 0..4 {
        assert_eq!(
            wrong(&somebody, &login).await.code(401),
            "wrong_credentials"
        );
    }
    assert_eq!(
        wrong(&somebody, &login).await.code(429),
        "too_many_attempts"
    );
}

#[tokio::test]
async fn only_failures_in_a_row_count() {
    let server = TestServer::start().await;
    let login = server.officer(DEPARTMENT).await.login;
    let somebody = server.anonymous();
    for _ in 0..2 {
        for _ in 0..4 {
            assert_eq!(
                wrong(&somebody, &login).await.code(401),
                "wrong_credentials"
            );
        }
        somebody.sign_in(&login, PASSWORD).await.ok();
    }
}

#[tokio::test]
async fn attempts_at_the_same_moment_count_each_and_never_unlock() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let attempts = (0..12).map(|_| {
        let (anonymous, login) = (server.anonymous(), officer.login.clone());
        tokio::spawn(async move {
            anonymous
                .sign_in(&login, "Wrong-Password-1")
                .await
                .error()
                .code
        })
    });
    let mut guesses = 0;
    for attempt in attempts.collect::<Vec<_>>() {
        guesses += i32::from(attempt.await.unwrap() == ErrorCode::WrongCredentials);
    }
    assert_eq!(guesses, 4, "the fifth locks, the others find it locked");
    let error = server
        .anonymous()
        .sign_in(&officer.login, PASSWORD)
        .await
        .error();
    assert_eq!(error.code, ErrorCode::TooManyAttempts);
}

#[tokio::test]
async fn a_lock_concerns_one_account_and_ends_no_session() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let head = server.section_head(DEPARTMENT).await;
    let somebody = server.anonymous();
    for _ in 0..5 {
        wrong(&somebody, &officer.login).await;
    }
    officer.get(path::SESSION).await.ok();
    somebody.sign_in(&head.login, PASSWORD).await.ok();
    for _ in 0..6 {
        assert_eq!(
            wrong(&somebody, "nobody").await.code(401),
            "wrong_credentials"
        );
    }
}

async fn wrong(somebody: &Actor, login: &str) -> Reply {
    somebody.sign_in(login, "Wrong-Password-1").await
}

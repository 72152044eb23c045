//! Staying signed in, and being sent away.

use chrono::{DateTime, Duration};
use lanmu_api::path;
use lanmu_api::session::SessionView;
use lanmu_domain::role::Role;
use lanmu_server::entity::{person, post, session};
use lanmu_server::session::end_expired;
use lanmu_server::settings::Settings;
use reqwest::header::COOKIE;
use reqwest::{Client, Method};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde_json::json;

use crate::scene::content;
use crate::support::{Actor, PASSWORD, Reply, TestServer, hire, send};

const DEPARTMENT: &str = "县财政局";

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let server = TestServer::start().await;
    let login = server.officer(DEPARTMENT).await.login;
    let reply = server.anonymous().sign_in(&login, PASSWORD).await.ok();
    let cookie = reply.header("set-cookie");
    let attributes: Vec<&str> = cookie.split("; ").skip(1).collect();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(attributes.contains(&attribute), "{cookie}");
    }
    assert!(
        !attributes.contains(&"Secure"),
        "loopback has no TLS: {cookie}"
    );
    assert_eq!(
        server
            .anonymous()
            .get(path::SITE)
            .await
            .header("set-cookie"),
        ""
    );
}

#[tokio::test]
async fn away_from_loopback_the_cookie_goes_over_tls_only() {
    let settings = Settings {
        secure_cookie: true,
        ..Settings::default()
    };
    let server = TestServer::start_with(settings).await;
    let now = server.state.clock.now().to_utc();
    let login = hire(server.state.db.conn(), Role::Coordinator, None, now).await;
    let reply = server.anonymous().sign_in(&login, PASSWORD).await.ok();
    assert!(
        reply
            .header("set-cookie")
            .split("; ")
            .any(|attribute| attribute == "Secure")
    );
}

#[tokio::test]
async fn an_account_that_is_closed_is_signed_out_at_once() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    officer.get(path::SESSION).await.ok();
    close_account(&server, &officer).await;
    assert_eq!(officer.get(path::SESSION).await.code(401), "not_signed_in");
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_use() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let head = server.section_head(DEPARTMENT).await;
    server.advance(Duration::minutes(30));
    officer.get(path::SESSION).await.ok();
    server.advance(Duration::milliseconds(1));
    assert_eq!(head.get(path::SESSION).await.code(401), "not_signed_in");
    assert_eq!(head.get(path::TODAY).await.code(401), "not_signed_in");
}

#[tokio::test]
async fn every_use_prolongs_a_session() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    for _ in 0..5 {
        server.advance(Duration::minutes(25));
        let view: SessionView = officer.get(path::SESSION).await.body();
        let now: DateTime<_> = server.state.clock.now();
        assert_eq!(view.idle_ends_at, now + Duration::minutes(30));
    }
    server.advance(Duration::minutes(31));
    assert_eq!(officer.get(path::SESSION).await.code(401), "not_signed_in");
}

#[tokio::test]
async fn signing_out_makes_the_cookie_worthless() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let reply = officer.sign_in(&officer.login, PASSWORD).await;
    let cookie = cookie_of(&reply);
    assert_eq!(with_cookie(&server, &cookie).await.status, 200);
    assert_eq!(officer.delete(path::SESSION).await.status, 204);
    assert_eq!(officer.get(path::SESSION).await.code(401), "not_signed_in");
    assert_eq!(
        with_cookie(&server, &cookie).await.code(401),
        "not_signed_in"
    );
    assert_eq!(officer.delete(path::SESSION).await.status, 204);
}

#[tokio::test]
async fn signing_in_changes_the_cookie_so_that_none_can_be_planted() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let first = cookie_of(&officer.sign_in(&officer.login, PASSWORD).await);
    let second = cookie_of(&officer.sign_in(&officer.login, PASSWORD).await);
    assert_ne!(first, second);
    assert_eq!(
        with_cookie(&server, &first).await.code(401),
        "not_signed_in"
    );
    assert_eq!(with_cookie(&server, &second).await.status, 200);
}

#[tokio::test]
async fn a_made_up_cookie_opens_nothing() {
    let server = TestServer::start().await;
    for value in ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "1' OR '1'='1"] {
        let reply = with_cookie(&server, &format!("lanmu_session={value}")).await;
        assert_eq!(reply.code(401), "not_signed_in", "{value}");
    }
}

#[tokio::test]
async fn a_post_that_ended_a_moment_ago_counts_no_more() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    officer.get(path::MATRIX).await.ok();
    post::Entity::update_many()
        .col_expr(
            post::Column::EndedAt,
            Expr::value(server.state.clock.now().to_utc()),
        )
        .filter(post::Column::PersonId.eq(officer.person_id))
        .exec(server.state.db.conn())
        .await
        .unwrap();
    let view: SessionView = officer.get(path::SESSION).await.body();
    assert!(
        view.posts.is_empty() && view.permissions.is_empty(),
        "{view:?}"
    );
    assert_eq!(officer.get(path::MATRIX).await.code(403), "not_allowed");
    let department_id = server.department_id(DEPARTMENT).await;
    let draft = json!({ "department_id": department_id, "content": content(1) });
    assert_eq!(
        officer.post(path::ARTICLES, &draft).await.code(403),
        "not_allowed"
    );
}

#[tokio::test]
async fn the_end_that_is_announced_is_the_end() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    server.advance(Duration::seconds(40));
    let session: SessionView = officer.get(path::SESSION).await.body();
    assert_eq!(
        session.idle_ends_at.to_rfc3339(),
        "2026-03-11T10:30:00+08:00"
    );
    server.advance(Duration::minutes(10));
    let session: SessionView = officer.get(path::SESSION).await.body();
    assert_eq!(
        session.idle_ends_at.to_rfc3339(),
        "2026-03-11T10:40:40+08:00"
    );
}

#[tokio::test]
async fn records_of_ended_sessions_are_removed() {
    let server = TestServer::start().await;
    server.officer(DEPARTMENT).await;
    let db = server.state.db.conn();
    let row = session::Entity::find().one(db).await.unwrap().unwrap();
    assert_eq!(end_expired(&server.state.db).await.unwrap(), 0);
    let mut row = row.into_active_model();
    row.expires_at = Set(DateTime::UNIX_EPOCH);
    row.update(db).await.unwrap();
    assert_eq!(end_expired(&server.state.db).await.unwrap(), 1);
}

/// Closes an account past the interface.
pub async fn close_account(server: &TestServer, who: &Actor) {
    person::Entity::update_many()
        .col_expr(person::Column::Active, Expr::value(false))
        .filter(person::Column::Id.eq(who.person_id))
        .exec(server.state.db.conn())
        .await
        .unwrap();
}

fn cookie_of(reply: &Reply) -> String {
    assert_eq!(reply.status, 200, "{}", reply.text);
    let cookie = reply
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap_or_default();
    assert!(cookie.starts_with("lanmu_session="), "{cookie}");
    cookie.to_owned()
}

/// Asks who is signed in, from another browser with this cookie.
async fn with_cookie(server: &TestServer, cookie: &str) -> Reply {
    let client = Client::builder().no_proxy().build().unwrap();
    let url = format!("{}{}", server.base, path::SESSION);
    send(client.request(Method::GET, url).header(COOKIE, cookie)).await
}

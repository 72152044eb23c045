//! When the database is gone.

use lanmu_api::path;
use sea_orm::{ConnectionTrait, Database};
use serde_json::Value;

use super::openapi::operations;
use crate::support::{PASSWORD, TestServer, is_postgres, send};

const DEPARTMENT: &str = "县财政局";

#[tokio::test]
async fn a_server_with_its_database_is_healthy() {
    let server = TestServer::start().await;
    let reply = server.anonymous().get("/healthz").await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "ok\n"));
}

#[tokio::test]
async fn without_its_database_every_operation_is_unavailable() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    server.state.db.clone().close().await.unwrap();
    for operation in operations() {
        if operation.path == path::SESSION {
            continue;
        }
        let reply = officer.call(&operation, &Value::Null).await;
        assert_eq!(reply.code(503), "unavailable", "{operation:?}");
        reply.error();
    }
    let reply = officer.sign_in(&officer.login, PASSWORD).await;
    assert_eq!(reply.code(503), "unavailable");
    assert_eq!(officer.get(path::SESSION).await.code(503), "unavailable");
    assert_eq!(officer.delete(path::SESSION).await.code(503), "unavailable");
}

#[tokio::test]
async fn without_its_database_the_server_is_not_healthy_but_the_pages_come() {
    let server = TestServer::start().await;
    let somebody = server.anonymous();
    server.state.db.clone().close().await.unwrap();
    let reply = somebody.get("/healthz").await;
    assert_eq!(reply.code(503), "unavailable");
    reply.error();
    assert_eq!(somebody.get("/").await.status, 200);
    assert_eq!(somebody.get(path::OPENAPI).await.status, 200);
}

#[tokio::test]
async fn a_postgresql_that_goes_away_is_unavailable() {
    if !is_postgres() {
        return;
    }
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    officer.get(path::TODAY).await.ok();
    let url = server.database_url();
    let (base, name) = url.rsplit_once('/').unwrap();
    let other = Database::connect(format!("{base}/postgres")).await.unwrap();
    let statement = format!("DROP DATABASE {name} WITH (FORCE)");
    other.execute_unprepared(&statement).await.unwrap();
    assert_eq!(officer.get(path::TODAY).await.code(503), "unavailable");
    assert_eq!(officer.get("/healthz").await.code(503), "unavailable");
}

#[tokio::test]
async fn our_own_mistake_is_told_without_its_cause() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let rename = "ALTER TABLE duty RENAME TO duty_away";
    server
        .state
        .db
        .conn()
        .execute_unprepared(rename)
        .await
        .unwrap();
    let reply = officer.get(path::MATRIX).await;
    assert_eq!(reply.code(500), "internal");
    assert!(
        !reply.text.contains("duty") && !reply.text.contains("table"),
        "{}",
        reply.text
    );
    reply.error();
    let rename = "ALTER TABLE duty_away RENAME TO duty";
    server
        .state
        .db
        .conn()
        .execute_unprepared(rename)
        .await
        .unwrap();
    officer.get(path::MATRIX).await.ok();
}

#[tokio::test]
async fn sessions_that_cannot_be_read_are_not_taken_for_none() {
    let server = TestServer::start().await;
    let officer = server.officer(DEPARTMENT).await;
    let rename = "ALTER TABLE session RENAME TO session_away";
    server
        .state
        .db
        .conn()
        .execute_unprepared(rename)
        .await
        .unwrap();
    let request = officer.request(reqwest::Method::GET, path::SESSION);
    let reply = send(request).await;
    assert!(reply.status >= 500, "{} {}", reply.status, reply.text);
    let rename = "ALTER TABLE session_away RENAME TO session";
    server
        .state
        .db
        .conn()
        .execute_unprepared(rename)
        .await
        .unwrap();
    officer.get(path::SESSION).await.ok();
}

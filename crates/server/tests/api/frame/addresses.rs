//! Addresses that are not there.

use lanmu_api::error::ErrorCode;
use lanmu_api::path;
use reqwest::Method;

use crate::support::{TestServer, send};

#[tokio::test]
async fn an_unknown_address_of_the_api_is_a_json_error() {
    let server = TestServer::start().await;
    let anonymous = server.anonymous();
    for path in ["/api/v1/nothing", "/api/v2/site", "/api/", "/api"] {
        let error = anonymous.get(path).await.error();
        assert_eq!(error.code, ErrorCode::NotFound, "{path}");
    }
    let error = anonymous.post("/api/v1/nothing", &()).await.error();
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[tokio::test]
async fn an_unknown_method_is_a_json_error() {
    let server = TestServer::start().await;
    let anonymous = server.anonymous();
    for (method, path) in [
        (Method::PUT, path::SITE),
        (Method::DELETE, path::MATRIX),
        (Method::PATCH, path::ARTICLES),
        (Method::POST, "/healthz"),
        (Method::POST, "/matrix"),
    ] {
        let error = send(anonymous.request(method, path)).await.error();
        assert_eq!(error.code, ErrorCode::MethodNotAllowed, "{path}");
    }
}

#[tokio::test]
async fn an_id_that_is_no_number_is_one_that_is_not_there() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    for id in [
        "x",
        "1.5",
        "-",
        "99999999999999999999",
        "9223372036854775807",
        "-1",
        "%00",
    ] {
        let error = officer
            .get(&format!("{}/{id}", path::ARTICLES))
            .await
            .error();
        assert_eq!(error.code, ErrorCode::NotFound, "{id}");
    }
}

#[tokio::test]
async fn a_query_that_is_not_understood_is_malformed() {
    let server = TestServer::start().await;
    let coordinator = server.coordinator().await;
    for path in [
        format!("{}?department_id=x", path::COLUMNS),
        format!("{}?limit=0", path::ARTICLES),
        format!("{}?limit=101", path::ARTICLES),
        format!("{}?after=x", path::ARTICLES),
        format!("{}?state=nothing", path::ARTICLES),
        format!("{}?collection_id=x", path::ROSTER_FORMS),
        format!("{}?day=2026-13-01", path::roster(1)),
    ] {
        let error = coordinator.get(&path).await.error();
        assert_eq!(error.code, ErrorCode::Malformed, "{path}");
    }
}

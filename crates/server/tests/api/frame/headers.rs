//! Headers that every answer carries.

use lanmu_api::path;
use reqwest::{Method, header};

use crate::support::{TestServer, send};

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let server = TestServer::start().await;
    let anonymous = server.anonymous();
    for path in [
        "/",
        "/matrix",
        "/nothing.js",
        path::SITE,
        path::MATRIX,
        "/api/nothing",
        "/healthz",
    ] {
        let reply = anonymous.get(path).await;
        let policy = reply.header("content-security-policy");
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
            "{path}: {policy}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(reply.header("x-request-id").len(), 16, "{path}");
    }
}

#[tokio::test]
async fn nothing_of_the_api_is_kept_by_a_cache() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    for path in [
        path::SITE,
        path::SESSION,
        path::DEPARTMENTS,
        "/api/v1/nothing",
    ] {
        assert_eq!(
            officer.get(path).await.header("cache-control"),
            "no-store",
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_id_of_a_request_is_not_taken_from_outside() {
    let server = TestServer::start().await;
    let request = server.anonymous().request(Method::GET, path::SITE);
    let reply = send(request.header("x-request-id", "forged")).await;
    assert_ne!(reply.header("x-request-id"), "forged");
}

#[tokio::test]
async fn large_answers_are_compressed_for_those_who_ask() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let ask = |path: &str| {
        officer
            .request(Method::GET, path)
            .header(header::ACCEPT_ENCODING, "gzip")
    };
    assert_eq!(
        send(ask(path::DEPARTMENTS))
            .await
            .header("content-encoding"),
        "gzip"
    );
    assert_eq!(send(ask(path::SITE)).await.header("content-encoding"), "");
    assert_eq!(
        officer
            .get(path::DEPARTMENTS)
            .await
            .header("content-encoding"),
        ""
    );
}

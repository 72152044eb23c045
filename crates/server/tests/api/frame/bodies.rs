//! Bodies that cannot be read.

use lanmu_api::error::{ApiError, ErrorCode};
use lanmu_api::path;
use reqwest::{Method, header};

use crate::support::{Actor, TestServer, send};

async fn sent(actor: &Actor, method: Method, path: &str, kind: &str, body: Vec<u8>) -> ApiError {
    let request = actor
        .request(method, path)
        .header(header::CONTENT_TYPE, kind)
        .header(path::IDEMPOTENCY_KEY, "bodies")
        .body(body);
    send(request).await.error()
}

#[tokio::test]
async fn what_is_no_json_is_malformed() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let bodies: [&[u8]; 6] = [b"", b"{", b"\xff\xfe", b"{} {}", b"[1]", b"\"\\ud800\""];
    for body in bodies {
        for path in [path::ARTICLES, path::SESSION, path::EVENTS] {
            let error = sent(
                &officer,
                Method::POST,
                path,
                "application/json",
                body.to_vec(),
            )
            .await;
            assert_eq!(error.code, ErrorCode::Malformed, "{path} {body:?}");
        }
    }
}

#[tokio::test]
async fn deep_nesting_is_malformed_and_no_crash() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let body = [vec![b'['; 100_000], vec![b']'; 100_000]].concat();
    let error = sent(
        &officer,
        Method::POST,
        path::ARTICLES,
        "application/json",
        body,
    )
    .await;
    assert_eq!(error.code, ErrorCode::Malformed);
}

#[tokio::test]
async fn a_missing_or_wrong_field_is_named() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let json = "application/json; charset=utf-8";
    let missing = sent(
        &officer,
        Method::POST,
        path::SESSION,
        json,
        b"{\"login\":\"x\"}".into(),
    );
    let missing = missing.await;
    assert_eq!(missing.code, ErrorCode::Malformed);
    assert_eq!(missing.fields[0].field, "password");
    assert_eq!(missing.message, "请求缺少“password”。");

    let body = br#"{"department_id":1,"content":{"title":5}}"#;
    let wrong = sent(&officer, Method::POST, path::ARTICLES, json, body.into()).await;
    assert_eq!(wrong.fields[0].field, "content.title");
    assert_eq!(wrong.message, "请求中“content.title”的格式不正确。");
}

#[tokio::test]
async fn a_write_without_the_version_that_was_seen_says_so() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let submit = path::article_act(1, "submit");
    let error = sent(
        &officer,
        Method::POST,
        &submit,
        "application/json",
        b"{}".into(),
    )
    .await;
    assert_eq!(error.code, ErrorCode::VersionMissing);
}

#[tokio::test]
async fn another_content_type_is_refused() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonp",
    ] {
        for path in [path::ARTICLES, path::SESSION] {
            let error = sent(&officer, Method::POST, path, kind, b"{}".into()).await;
            assert_eq!(error.code, ErrorCode::UnsupportedMediaType, "{kind}");
        }
    }
}

#[tokio::test]
async fn more_than_two_megabytes_are_too_large() {
    let server = TestServer::start().await;
    let officer = server.officer("县财政局").await;
    let body = vec![b' '; 2 * 1024 * 1024 + 1];
    for path in [path::ARTICLES, path::SESSION] {
        let error = sent(
            &officer,
            Method::POST,
            path,
            "application/json",
            body.clone(),
        )
        .await;
        assert_eq!(error.code, ErrorCode::TooLarge);
    }
}

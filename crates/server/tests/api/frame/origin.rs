//! Writes from other origins.

use lanmu_api::error::ErrorCode;
use lanmu_api::path;
use lanmu_api::session::SignIn;
use reqwest::{Client, Method, header};

use crate::support::{Actor, PASSWORD, Reply, TestServer, send};

fn bare() -> Client {
    Client::builder().no_proxy().build().expect("a client")
}

async fn sign_in_from(server: &TestServer, headers: &[(&str, &str)]) -> Reply {
    let body = SignIn {
        login: "nobody".to_owned(),
        password: PASSWORD.to_owned(),
    };
    let mut request = bare()
        .post(format!("{}{}", server.base, path::SESSION))
        .json(&body);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(request).await
}

#[tokio::test]
async fn a_write_from_another_origin_is_refused_before_anything_is_read() {
    let server = TestServer::start().await;
    let host = server.base.trim_start_matches("http://").to_owned();
    let port = host.rsplit(':').next().expect("a port");
    for headers in [
        &[("origin", "http://evil.example")][..],
        &[("origin", "null")],
        &[("origin", &format!("http://127.0.0.1.evil.example:{port}"))],
        &[("origin", "http://127.0.0.1:1")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", &server.base)],
    ] {
        let error = sign_in_from(&server, headers).await.error();
        assert_eq!(error.code, ErrorCode::ForeignOrigin, "{headers:?}");
    }
}

#[tokio::test]
async fn our_own_pages_and_programs_may_write() {
    let server = TestServer::start().await;
    for headers in [
        &[][..],
        &[("origin", server.base.as_str())],
        &[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://behind.a.proxy.example"),
        ],
        &[("sec-fetch-site", "none")],
    ] {
        let error = sign_in_from(&server, headers).await.error();
        assert_eq!(error.code, ErrorCode::WrongCredentials, "{headers:?}");
    }
}

#[tokio::test]
async fn reading_is_left_to_the_browser_which_keeps_the_cookie_back() {
    let server = TestServer::start().await;
    let officer: Actor = server.officer("县财政局").await;
    let request = officer
        .request(Method::GET, path::SITE)
        .header("sec-fetch-site", "cross-site");
    send(request).await.ok();
    let reply = officer.sign_in(&officer.login, PASSWORD).await.ok();
    let cookie = reply.headers[header::SET_COOKIE]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(cookie.starts_with("lanmu_session="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(
        !cookie.contains("Secure"),
        "there is no TLS on loopback: {cookie}"
    );
}

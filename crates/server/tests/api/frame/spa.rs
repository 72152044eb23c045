//! The built SPA as it is served. In debug builds the files are read from `dist/` at run time, so
//! that a test can put some there.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, IF_NONE_MATCH};
use rstest::rstest;

use crate::support::{Reply, TestServer, send};

const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A file of the SPA in three encodings, which here are just three texts.
struct Built {
    name: String,
}

impl Built {
    fn new(name: &str) -> Self {
        let built = Self {
            name: name.to_owned(),
        };
        for (path, text) in built.paths().into_iter().zip(["plain", "brotli", "gzip"]) {
            std::fs::write(path, text).unwrap();
        }
        built
    }

    fn paths(&self) -> [PathBuf; 3] {
        ["", ".br", ".gz"].map(|ending| PathBuf::from(format!("{DIST}/{}{ending}", self.name)))
    }

    async fn get(&self, server: &TestServer, accepted: &str) -> Reply {
        let request = server
            .anonymous()
            .request(Method::GET, &format!("/{}", self.name));
        send(request.header(ACCEPT_ENCODING, accepted)).await
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        for path in self.paths() {
            if let Err(error) = std::fs::remove_file(&path) {
                eprintln!("{} was left behind: {error}", path.display());
            }
        }
    }
}

#[rstest]
#[case::the_root("/")]
#[case::a_page("/matrix")]
#[case::a_page_with_id_and_filter("/articles/12?tab=history&q=a.b")]
#[case::a_page_that_is_none("/no/such/page/at/all")]
#[tokio::test]
async fn addresses_of_pages_answer_with_the_index_which_is_never_cached(#[case] path: &str) {
    let server = TestServer::start().await;
    let reply = server.anonymous().get(path).await;
    assert_eq!(reply.status, 200, "{path}");
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(reply.header("cache-control"), "no-cache");
    assert!(
        reply.text.to_lowercase().starts_with("<!doctype html>"),
        "{}",
        reply.text
    );
}

#[tokio::test]
async fn a_name_with_a_hash_is_cached_for_ever() {
    let built = Built::new("lanmu_test_ever-0123456789abcdef.js");
    let server = TestServer::start().await;
    let reply = built.get(&server, "identity").await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "plain"));
    assert_eq!(reply.header("cache-control"), FOR_EVER);
    assert_eq!(
        reply.header("content-type"),
        "text/javascript; charset=utf-8"
    );
}

#[tokio::test]
async fn wasm_has_the_type_that_lets_it_compile_while_it_comes() {
    let built = Built::new("lanmu_test-0123456789abcdef_bg.wasm");
    let server = TestServer::start().await;
    let reply = built.get(&server, "br").await;
    assert_eq!(reply.header("content-type"), "application/wasm");
    assert_eq!(reply.header("cache-control"), FOR_EVER);
    assert_eq!(
        (reply.header("content-encoding"), reply.text.as_str()),
        ("br", "brotli")
    );
}

#[tokio::test]
async fn a_name_without_a_hash_is_asked_for_again() {
    let built = Built::new("lanmu_test_icon.svg");
    let server = TestServer::start().await;
    let reply = built.get(&server, "identity").await;
    assert_eq!(reply.header("cache-control"), "no-cache");
    assert_eq!(reply.header("content-type"), "image/svg+xml");
    let tag = reply.header("etag");
    assert!(!tag.is_empty());
    let request = server
        .anonymous()
        .request(Method::GET, "/lanmu_test_icon.svg");
    let again = send(request.header(IF_NONE_MATCH, tag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
}

#[tokio::test]
async fn brotli_goes_before_gzip_where_it_is_accepted() {
    let built = Built::new("lanmu_test_encoded-0123456789abcdef.js");
    let server = TestServer::start().await;
    for (accepted, encoding, text) in [
        ("gzip, deflate, br", "br", "brotli"),
        ("br", "br", "brotli"),
        ("gzip, br;q=0", "gzip", "gzip"),
        ("gzip;q=0.8, br;q=0.5", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("deflate", "", "plain"),
        ("brotli, xgzip", "", "plain"),
        ("", "", "plain"),
    ] {
        let reply = built.get(&server, accepted).await;
        assert_eq!(reply.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(reply.text, text, "{accepted}");
        assert_eq!(
            reply.header("vary").to_lowercase(),
            "accept-encoding",
            "{accepted}"
        );
        assert_eq!(
            reply.header("content-type"),
            "text/javascript; charset=utf-8"
        );
    }
}

#[rstest]
#[case::a_script("/lanmu-ffffffffffffffff.js")]
#[case::a_picture("/no-such-picture.png")]
#[case::below("/no/such/file.css")]
#[case::the_mark_of_the_build("/.built")]
#[tokio::test]
async fn a_file_that_is_not_there_is_no_page(#[case] path: &str) {
    let server = TestServer::start().await;
    let reply = server.anonymous().get(path).await;
    assert_eq!(reply.status, 404);
    assert!(!reply.text.contains("<html"), "{}", reply.text);
    assert_ne!(reply.header("cache-control"), FOR_EVER);
}

#[rstest]
#[case("/../Cargo.toml")]
#[case("/%2e%2e/Cargo.toml")]
#[case("//../Cargo.toml")]
#[case("/..%2fCargo.toml")]
#[case("/./../Cargo.toml")]
#[case("/..\\Cargo.toml")]
#[case("//etc/hosts.conf/../../etc/host.conf")]
#[tokio::test]
async fn nothing_outside_is_served(#[case] path: &'static str) {
    let server = TestServer::start().await;
    let address = server.base.trim_start_matches("http://").to_owned();
    // A client would tidy up the path before sending it.
    let answer = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(&address).unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    });
    let answer = answer.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
    assert!(!answer.contains("[workspace]"), "{answer}");
}

#[tokio::test]
async fn asking_for_the_head_alone_gives_no_body() {
    let server = TestServer::start().await;
    let reply = send(server.anonymous().request(Method::HEAD, "/today")).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    assert_eq!(reply.header("cache-control"), "no-cache");
}

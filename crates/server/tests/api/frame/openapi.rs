//! The OpenAPI document: what it says, and that what it says holds.

use std::collections::BTreeSet;

use lanmu_api::path;
use lanmu_server::router::openapi;
use reqwest::Method;
use serde::Serialize;
use serde_json::Value;

use crate::support::{Actor, Reply, TestServer, send};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
const UPDATE: &str = "LANMU_UPDATE_SNAPSHOTS";

/// What anybody may ask without a session.
const OPEN: [(Method, &str); 3] = [
    (Method::GET, path::SITE),
    (Method::POST, path::SESSION),
    (Method::DELETE, path::SESSION),
];

/// A method on a path of the document, with 1 for every id.
#[derive(Clone, Debug)]
pub struct Operation {
    pub method: Method,
    pub path: String,
}

/// Everything that the document lists.
pub fn operations() -> Vec<Operation> {
    let document = serde_json::to_value(openapi()).unwrap();
    let mut found = Vec::new();
    for (template, item) in document["paths"].as_object().unwrap() {
        let path = with_ids(template);
        for method in item.as_object().unwrap().keys() {
            let Ok(method) = Method::from_bytes(method.to_uppercase().as_bytes()) else {
                continue;
            };
            found.push(Operation {
                method,
                path: path.clone(),
            });
        }
    }
    found
}

fn with_ids(template: &str) -> String {
    let parts = template
        .split('/')
        .map(|part| if part.starts_with('{') { "1" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

impl Actor {
    /// Calls an operation; a body goes with everything but `GET`.
    pub async fn call(&self, operation: &Operation, body: &(impl Serialize + ?Sized)) -> Reply {
        let Operation { method, path } = operation;
        match *method {
            Method::GET => self.get(path).await,
            Method::POST => self.post(path, body).await,
            Method::PUT => self.put(path, body).await,
            Method::DELETE => self.delete(path).await,
            _ => send(self.request(method.clone(), path)).await,
        }
    }
}

#[test]
fn the_document_is_the_committed_one() {
    let now = serde_json::to_string_pretty(&openapi()).unwrap() + "\n";
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(COMMITTED, &now).unwrap();
    }
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    let differs = committed
        .lines()
        .zip(now.lines())
        .position(|(old, new)| old != new);
    assert!(
        committed == now,
        "docs/openapi.json is not what the route table says, first in line {}; look at what \
         changed for callers, then run the tests with {UPDATE}=1",
        differs.unwrap_or_else(|| committed.lines().count().min(now.lines().count())) + 1
    );
}

#[tokio::test]
async fn the_document_is_served() {
    let server = TestServer::start().await;
    let reply = server.anonymous().get(path::OPENAPI).await.ok();
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.json, serde_json::to_value(openapi()).unwrap());
}

#[tokio::test]
async fn nothing_is_done_without_a_session_but_what_is_listed_here() {
    let server = TestServer::start().await;
    let somebody = server.anonymous();
    let operations = operations();
    for (method, path) in OPEN {
        let listed = |operation: &Operation| operation.method == method && operation.path == path;
        assert!(
            operations.iter().any(listed),
            "{method} {path} is not in the document"
        );
    }
    for operation in operations {
        if OPEN.contains(&(operation.method.clone(), operation.path.as_str())) {
            continue;
        }
        let reply = somebody.call(&operation, &Value::Null).await;
        assert_eq!(reply.code(401), "not_signed_in", "{operation:?}");
        reply.error();
    }
}

#[test]
fn every_operation_says_how_it_fails() {
    let document = serde_json::to_value(openapi()).unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Ok(method) = Method::from_bytes(method.to_uppercase().as_bytes()) else {
                continue;
            };
            let says = operation["summary"]
                .as_str()
                .or(operation["description"].as_str());
            assert!(
                says.is_some_and(|text| !text.is_empty()),
                "{method} {path} is not described"
            );
            let open = OPEN.contains(&(method.clone(), path.as_str()));
            let unauthorized = !operation["responses"]["401"].is_null();
            assert!(open || unauthorized, "{method} {path} does not mention 401");
        }
    }
}

#[test]
fn everything_that_is_named_is_defined() {
    let document = serde_json::to_value(openapi()).unwrap();
    let mut named = BTreeSet::new();
    collect(&document, &mut named);
    for reference in named {
        let pointer = reference.trim_start_matches('#');
        assert!(
            document.pointer(pointer).is_some(),
            "{reference} is not defined"
        );
    }
}

#[test]
fn every_write_asks_for_a_key_and_every_answer_is_described() {
    let document = serde_json::to_value(openapi()).unwrap();
    let mut names = BTreeSet::new();
    let items = document["paths"].as_object().unwrap().values();
    for (method, operation) in items.flat_map(|item| item.as_object().unwrap()) {
        let name = operation["operationId"].as_str().unwrap();
        let open = ["get_site", "sign_in", "sign_out"].contains(&name);
        let key = operation["parameters"]
            .as_array()
            .is_some_and(|parameters| {
                parameters
                    .iter()
                    .any(|p| p["$ref"] == "#/components/parameters/IdempotencyKey")
            });
        assert_eq!(key, method != "get" && !open, "{name}");
        for (status, answer) in operation["responses"].as_object().unwrap() {
            let described = answer["description"].is_string() || answer["$ref"].is_string();
            assert!(described, "{name} {status}");
        }
        assert!(names.insert(name), "{name} is there twice");
    }
}

fn collect(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            into.extend(
                map.get("$ref")
                    .and_then(Value::as_str)
                    .map(ToOwned::to_owned),
            );
            map.values().for_each(|value| collect(value, into));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, into)),
        _ => {}
    }
}

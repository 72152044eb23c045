//! Changes of a coordinator: every one has a preview beside it.

use gloo_net::http::Method;
use lanmu_api::evidence::Registered;
use lanmu_api::preview::PreviewView;
use serde::Serialize;

use super::client::send_json;
use super::{ClientError, IdempotencyKey};

/// A change as it is sent: where and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    path: String,
    /// As JSON.
    body: String,
}

impl Asked {
    /// A change at an address; with `/preview` after it, what it would move.
    pub fn new(path: impl Into<String>, body: &impl Serialize) -> Self {
        Self {
            path: path.into(),
            // The requests are plain records, which never fail to become JSON.
            body: serde_json::to_string(body).unwrap_or_default(),
        }
    }
}

/// What a change would move.
pub async fn preview(asked: Asked, key: IdempotencyKey) -> Result<PreviewView, ClientError> {
    let path = format!("{}/preview", asked.path);
    send_json(Method::POST, &path, asked.body, &key).await
}

/// Makes a change.
pub async fn make(asked: Asked, key: IdempotencyKey) -> Result<Registered, ClientError> {
    send_json(Method::POST, &asked.path, asked.body, &key).await
}

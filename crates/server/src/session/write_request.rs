//! The extractor of everything that writes: JSON body, idempotency key, fingerprint.

use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use lanmu_api::error::ErrorCode;
use lanmu_api::path::IDEMPOTENCY_KEY;
use lanmu_domain::text::canonical::sm3_hex;
use serde::de::DeserializeOwned;

use crate::error::Problem;
use crate::json;
use crate::state::AppState;

/// Longest key, in characters.
const KEY_MAX: usize = 100;

/// Which request this is, so that a retry is known as one.
#[derive(Clone, Debug)]
pub struct Idempotency {
    /// The key that the browser made.
    pub key: String,
    /// SM3 over method, path and body.
    pub fingerprint: String,
    /// SM3 over method and path.
    target: String,
}

impl Idempotency {
    /// Of a request whose body is no JSON.
    pub(super) fn of_file(key: String, fingerprint: String, line: &str) -> Self {
        let target = sm3_hex(line.as_bytes());
        Self {
            key,
            fingerprint,
            target,
        }
    }

    /// The same for a body with a password in it: a fast hash of that must not be stored.
    #[must_use]
    pub fn without_body(self) -> Self {
        Self {
            fingerprint: self.target.clone(),
            ..self
        }
    }

    /// The same for one of several items that a request writes one by one. The body of the whole
    /// request is in the fingerprint, so that a retry with another body is known as one.
    #[must_use]
    pub fn for_item(&self, id: i64) -> Self {
        let of_item = |text: &str| sm3_hex(format!("{text}\n{id}").as_bytes());
        Self {
            key: of_item(&self.key),
            fingerprint: of_item(&self.fingerprint),
            target: of_item(&self.target),
        }
    }
}

/// A request that writes.
#[derive(Clone, Debug)]
pub struct WriteRequest<T> {
    /// The body.
    pub body: T,
    /// Give this to `WriteTx::begin`.
    pub idempotency: Idempotency,
}

impl<T: DeserializeOwned> FromRequest<AppState> for WriteRequest<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let key = idempotency_key(request.headers())?;
        let line = format!("{} {}\n", request.method(), request.uri().path());
        let bytes = json::read(request, state).await?;
        let target = sm3_hex(line.as_bytes());
        let fingerprint = sm3_hex(&[line.as_bytes(), &bytes].concat());
        let body = json::parse(&bytes)?;
        Ok(Self {
            body,
            idempotency: Idempotency {
                key,
                fingerprint,
                target,
            },
        })
    }
}

/// The key that the browser made.
///
/// # Errors
/// 400 without one, or with one too long.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<String, Problem> {
    headers
        .get(IDEMPOTENCY_KEY)
        .and_then(|value| value.to_str().ok())
        .filter(|key| !key.is_empty() && key.len() <= KEY_MAX)
        .map(ToOwned::to_owned)
        .ok_or_else(|| Problem::new(ErrorCode::IdempotencyKeyMissing))
}

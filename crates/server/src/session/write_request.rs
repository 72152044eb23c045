//! The extractor of everything that writes: JSON body, idempotency key, fingerprint.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use lanmu_api::error::{ErrorCode, FieldError};
use lanmu_api::path::IDEMPOTENCY_KEY;
use lanmu_domain::text::canonical::sm3_hex;
use serde::de::DeserializeOwned;

use crate::error::Problem;
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
        let json = is_json(request.headers());
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Problem::new(ErrorCode::TooLarge))?;
        if !bytes.is_empty() && !json {
            return Err(Problem::new(ErrorCode::UnsupportedMediaType));
        }
        let fingerprint = sm3_hex(&[line.as_bytes(), &bytes].concat());
        let body = parse(&bytes)?;
        Ok(Self { body, idempotency: Idempotency { key, fingerprint } })
    }
}

fn idempotency_key(headers: &HeaderMap) -> Result<String, Problem> {
    headers
        .get(IDEMPOTENCY_KEY)
        .and_then(|value| value.to_str().ok())
        .filter(|key| !key.is_empty() && key.len() <= KEY_MAX)
        .map(ToOwned::to_owned)
        .ok_or_else(|| Problem::new(ErrorCode::IdempotencyKeyMissing))
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.trim_start().starts_with("application/json"))
}

/// Reads JSON; an empty body is `null`.
///
/// # Errors
/// 400 naming the field that is missing or has another type.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text: &[u8] = if bytes.is_empty() { b"null" } else { bytes };
    let reader = &mut serde_json::Deserializer::from_slice(text);
    serde_path_to_error::deserialize(reader).map_err(|error| malformed(&error))
}

fn malformed(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let cause = error.inner().to_string();
    let missing = cause
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    let path = error.path().to_string();
    let path = if path == "." { "" } else { path.as_str() };
    let field = match missing {
        Some(name) if path.is_empty() => name.to_owned(),
        Some(name) => format!("{path}.{name}"),
        None => path.to_owned(),
    };
    if field == "version" {
        return Problem::new(ErrorCode::VersionMissing);
    }
    let message = match (missing, field.as_str()) {
        (Some(_), field) => format!("请求缺少“{field}”。"),
        (None, "") => "请求不是有效的 JSON。".to_owned(),
        (None, field) => format!("请求中“{field}”的格式不正确。"),
    };
    let fields = vec![FieldError { field, message: message.clone() }];
    Problem::with(ErrorCode::Malformed, message).naming(fields)
}

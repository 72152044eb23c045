//! JSON bodies, read so that every fault is answered by the error contract and names the field.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use lanmu_api::error::{ErrorCode, FieldError};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::error::Problem;
use crate::state::AppState;

/// A JSON body, for requests without an idempotency key; the others take
/// [`crate::session::WriteRequest`].
#[derive(Clone, Debug)]
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned> FromRequest<AppState> for JsonBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        parse(&read(request, state).await?).map(Self)
    }
}

/// The bytes of a body that says that it is JSON; an empty one need not say so.
///
/// # Errors
/// 413, 415, or 400 where the connection broke.
pub(crate) async fn read(request: Request, state: &AppState) -> Result<Bytes, Problem> {
    let json = is_json(request.headers());
    let bytes = Bytes::from_request(request, state).await.map_err(unread)?;
    if bytes.is_empty() || json {
        Ok(bytes)
    } else {
        Err(Problem::new(ErrorCode::UnsupportedMediaType))
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the error of an extractor comes by value"
)]
pub(crate) fn unread(rejection: BytesRejection) -> Problem {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            Problem::new(ErrorCode::TooLarge)
        }
        _ => Problem::with(ErrorCode::Malformed, "请求没有传完，请重试。"),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|mime| mime.trim().eq_ignore_ascii_case("application/json"))
}

/// Reads JSON; an empty body is `null`.
///
/// # Errors
/// 400 naming the field that is missing or has another type.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text: &[u8] = if bytes.is_empty() { b"null" } else { bytes };
    let reader = &mut serde_json::Deserializer::from_slice(text);
    let value = serde_path_to_error::deserialize(&mut *reader).map_err(|error| {
        let path = error.path().to_string();
        malformed(error.inner(), if path == "." { "" } else { &path })
    })?;
    reader.end().map_err(|error| malformed(&error, ""))?;
    Ok(value)
}

fn malformed(error: &serde_json::Error, path: &str) -> Problem {
    if error.classify() != Category::Data {
        return Problem::with(ErrorCode::Malformed, "请求不是有效的 JSON。");
    }
    let cause = error.to_string();
    let missing = cause
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    let field = match missing {
        Some(name) if path.is_empty() => name.to_owned(),
        Some(name) => format!("{path}.{name}"),
        None => path.to_owned(),
    };
    let message = match (missing, field.as_str()) {
        (Some(_), "version") => return Problem::new(ErrorCode::VersionMissing),
        (Some(_), field) => format!("请求缺少“{field}”。"),
        (None, "") => return Problem::with(ErrorCode::Malformed, "请求的结构不正确。"),
        (None, field) => format!("请求中“{field}”的格式不正确。"),
    };
    let fields = vec![FieldError {
        field,
        message: message.clone(),
    }];
    Problem::with(ErrorCode::Malformed, message).naming(fields)
}

#[cfg(test)]
mod tests {
    use lanmu_api::article::RecordPublication;
    use lanmu_api::error::ErrorCode;

    use super::parse;

    fn code(text: &str) -> ErrorCode {
        parse::<RecordPublication>(text.as_bytes())
            .map_or_else(|problem| problem.code(), |_| panic!("{text} is read"))
    }

    #[test]
    fn a_missing_version_is_told_from_a_wrong_one() {
        assert_eq!(code("{}"), ErrorCode::VersionMissing);
        assert_eq!(code(r#"{"version":"1"}"#), ErrorCode::Malformed);
        assert_eq!(code(r#"{"version":1}"#), ErrorCode::Malformed);
    }

    #[test]
    fn what_is_no_json_or_more_than_one_value_is_malformed() {
        for text in ["", "[]", "{", "{}}", "\u{1}", "{\"version\":1} 2"] {
            let code = parse::<serde_json::Map<_, _>>(text.as_bytes()).map_err(|p| p.code());
            assert_eq!(code.err(), Some(ErrorCode::Malformed), "{text:?}");
        }
    }
}

//! The one way to speak to the server.

use gloo_net::http::{Method, RequestBuilder};
use lanmu_api::error::{ApiError, ErrorBody, ErrorCode};
use lanmu_api::path::{IDEMPOTENCY_KEY, IN_BACKGROUND};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{IdempotencyKey, early};
use crate::{live, session};

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientError {
    /// No answer came: the network is cut, or the server does not run.
    Network,
    /// The server said why.
    Api(Box<ApiError>),
    /// The answer could not be read: the page is older than the server.
    Unreadable,
}

impl ClientError {
    /// One sentence for the person.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Network => "网络连接中断，您填写的内容仍在本页，请稍后重试。".to_owned(),
            Self::Unreadable => "页面版本过旧，请刷新后重试。".to_owned(),
            Self::Api(error) => error.message.clone(),
        }
    }

    /// What the server says of a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        let Self::Api(error) = self else { return None };
        error
            .fields
            .iter()
            .find(|field| field.field == name)
            .map(|field| field.message.clone())
    }

    /// The code, if the server answered.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Api(error) => Some(error.code),
            Self::Network | Self::Unreadable => None,
        }
    }
}

/// Asks for something.
pub(super) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, ClientError> {
    if let Some((good, text)) = early::answer(path).await {
        return read(&checked(good, text)?);
    }
    let mut request = RequestBuilder::new(path);
    if live::is_untouched() {
        request = request.header(IN_BACKGROUND, "1");
    }
    read(&exchange(request, None).await?)
}

/// Writes something. The key is repeated where the same act is sent again.
pub(super) async fn send<B: Serialize, T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: &B,
    key: &IdempotencyKey,
) -> Result<T, ClientError> {
    let body = serde_json::to_string(body).map_err(|_| ClientError::Unreadable)?;
    send_json(method, path, body, key).await
}

/// The same for what is JSON already.
pub(super) async fn send_json<T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: String,
    key: &IdempotencyKey,
) -> Result<T, ClientError> {
    let request = RequestBuilder::new(path)
        .method(method)
        .header("Content-Type", "application/json")
        .header(IDEMPOTENCY_KEY, key.as_str());
    read(&exchange(request, Some(body)).await?)
}

/// The text of an answer. Not generic: a copy for every type would make the SPA much larger.
async fn exchange(request: RequestBuilder, body: Option<String>) -> Result<String, ClientError> {
    let response = match body {
        Some(body) => {
            let request = request.body(body).map_err(|_| ClientError::Unreadable)?;
            request.send().await
        }
        None => request.send().await,
    };
    let response = response.map_err(|_| ClientError::Network)?;
    let text = response.text().await.map_err(|_| ClientError::Network)?;
    checked(response.ok(), text)
}

/// The text of a good answer.
fn checked(good: bool, text: String) -> Result<String, ClientError> {
    if good {
        return Ok(text);
    }
    let error = decode_error(&text);
    if error.code() == Some(ErrorCode::NotSignedIn) {
        session::expire();
    }
    Err(error)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, ClientError> {
    let text = if text.is_empty() { "null" } else { text };
    serde_json::from_str(text).map_err(|_| ClientError::Unreadable)
}

/// The error in the body of an answer that is not 2xx.
#[must_use]
pub fn decode_error(text: &str) -> ClientError {
    serde_json::from_str::<ErrorBody>(text).map_or(ClientError::Unreadable, |body| {
        ClientError::Api(Box::new(body.error))
    })
}

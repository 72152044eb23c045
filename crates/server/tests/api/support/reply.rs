//! An answer.

use lanmu_api::error::{ApiError, ErrorBody};
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// An answer that has been read to its end.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body; `Null` where it is empty or not JSON.
    pub json: Value,
    /// The body as it came.
    pub text: String,
    /// The body of a file.
    pub bytes: Vec<u8>,
    /// The headers.
    pub headers: HeaderMap,
}

impl Reply {
    pub(super) async fn read(response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let bytes = response.bytes().await.expect("the body ends");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&text).unwrap_or_default();
        Self {
            status,
            json,
            text,
            bytes: bytes.to_vec(),
            headers,
        }
    }

    /// The same, if the request was done.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert!(
            (200..300).contains(&self.status),
            "{} {}",
            self.status,
            self.text
        );
        self
    }

    /// The body as a wire type, if the request was done.
    #[track_caller]
    pub fn body<T: DeserializeOwned>(self) -> T {
        let reply = self.ok();
        serde_json::from_value(reply.json).expect("the body has its type")
    }

    /// The error, if the request was not done; its status follows from its code.
    #[track_caller]
    pub fn error(self) -> ApiError {
        assert!(self.status >= 400, "{} {}", self.status, self.text);
        let body: ErrorBody = serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{error} in {} {}", self.status, self.text));
        assert_eq!(body.error.code.status(), self.status);
        assert!(
            !body.error.request_id.is_empty(),
            "an error names its request"
        );
        assert_eq!(self.headers["x-request-id"], body.error.request_id.as_str());
        body.error
    }

    /// A header as text, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().expect("text"))
            .unwrap_or_default()
    }
}

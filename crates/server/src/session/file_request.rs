//! The extractor of what writes a file: its bytes, its name in the query, the idempotency key.

use axum::body::Bytes;
use axum::extract::{FromRequest, Query, Request};
use lanmu_domain::attachment::clean_name;
use lanmu_domain::text::canonical::sm3_hex;
use serde::Deserialize;

use super::write_request::{Idempotency, idempotency_key};
use crate::error::Problem;
use crate::json::unread;
use crate::state::AppState;

/// A request whose body is a file.
#[derive(Clone, Debug)]
pub struct FileRequest {
    /// The name of the file, without folders.
    pub name: String,
    /// The file.
    pub bytes: Bytes,
    /// Give this to `WriteTx::begin`.
    pub idempotency: Idempotency,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

impl FromRequest<AppState> for FileRequest {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        let key = idempotency_key(request.headers())?;
        let line = format!("{} {}\n", request.method(), request.uri());
        let name = Query::<Named>::try_from_uri(request.uri())
            .map_err(|_| Problem::invalid_field("name", "请求缺少文件名。"))?
            .0
            .name;
        let name = clean_name(&name)
            .map_err(|problem| Problem::invalid_field("name", problem.message("文件名")))?;
        let bytes = Bytes::from_request(request, state).await.map_err(unread)?;
        let fingerprint = sm3_hex(&[line.as_bytes(), sm3_hex(&bytes).as_bytes()].concat());
        Ok(Self {
            name,
            bytes,
            idempotency: Idempotency::of_file(key, fingerprint, &line),
        })
    }
}

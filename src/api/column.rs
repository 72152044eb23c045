//! A column and what a coordinator keeps of it.

use gloo_net::http::Method;
use lanmu_api::column::ColumnDetail;
use lanmu_api::path;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// A column.
pub async fn column(id: i64) -> Result<ColumnDetail, ClientError> {
    get(&path::column(id)).await
}

/// An act on a column by its verb: `close`, `reopen`, `rules`, each also with `/preview`.
pub async fn act<B: Serialize, T: DeserializeOwned>(
    id: i64,
    verb: &str,
    form: B,
    key: IdempotencyKey,
) -> Result<T, ClientError> {
    send(Method::POST, &path::column_act(id, verb), &form, &key).await
}

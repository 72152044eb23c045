//! Calendar feeds.

use gloo_net::http::Method;
use lanmu_api::feed::{CreateFeed, CreatedFeed, FeedView};
use lanmu_api::path;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// One's own feeds.
pub async fn feeds() -> Result<Vec<FeedView>, ClientError> {
    get(path::FEEDS).await
}

/// 开通日历订阅.
pub async fn create(form: CreateFeed, key: IdempotencyKey) -> Result<CreatedFeed, ClientError> {
    send(Method::POST, path::FEEDS, &form, &key).await
}

/// 停用日历订阅.
pub async fn revoke(id: i64, key: IdempotencyKey) -> Result<(), ClientError> {
    send(Method::DELETE, &path::feed(id), &(), &key).await
}

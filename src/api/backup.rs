//! 数据备份.

use gloo_net::http::Method;
use lanmu_api::backup::BackupsView;
use lanmu_api::path;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// What there is, and what is being made.
pub async fn backups() -> Result<BackupsView, ClientError> {
    get(path::BACKUPS).await
}

/// 立即备份.
pub async fn start(key: IdempotencyKey) -> Result<BackupsView, ClientError> {
    send(Method::POST, path::BACKUPS, &(), &key).await
}

/// 取消备份.
pub async fn cancel(key: IdempotencyKey) -> Result<BackupsView, ClientError> {
    send(Method::POST, path::BACKUP_CANCEL, &(), &key).await
}

/// 删除备份.
pub async fn delete(name: &str, key: IdempotencyKey) -> Result<BackupsView, ClientError> {
    send(Method::DELETE, &path::backup(name), &(), &key).await
}

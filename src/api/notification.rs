//! 消息.

use gloo_net::http::Method;
use lanmu_api::notification::{MarkRead, NotificationRow, Unread};
use lanmu_api::page::Page;
use lanmu_api::path;
use serde::de::IgnoredAny;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey, query};

/// A page of what the person was told, the newest first.
pub async fn notifications(
    unread: bool,
    after: Option<String>,
) -> Result<Page<NotificationRow>, ClientError> {
    let query = query(&[
        ("unread", unread.then(|| "true".to_owned())),
        ("after", after),
    ]);
    get(&format!("{}{query}", path::NOTIFICATIONS)).await
}

/// How many are unread.
pub async fn unread_total() -> Result<u64, ClientError> {
    let page: Page<IgnoredAny> =
        get(&format!("{}?unread=true&limit=1", path::NOTIFICATIONS)).await?;
    Ok(page.meta.total)
}

/// Marks one as read, or all up to one.
pub async fn mark_read(form: MarkRead, key: IdempotencyKey) -> Result<Unread, ClientError> {
    send(Method::POST, path::NOTIFICATIONS_READ, &form, &key).await
}

//! 自动保存.

use gloo_net::http::Method;
use lanmu_api::path;
use lanmu_api::working_copy::{KeepWorkingCopy, KeptAt, Slot, WorkingCopy};
use lanmu_domain::article::Content;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// What the person typed into a form and did not save.
pub async fn working_copy(slot: Slot) -> Result<Option<WorkingCopy>, ClientError> {
    get(&path::working_copy(slot)).await
}

/// Keeps what stands in a form; `None`: nothing any longer.
pub async fn keep(
    slot: Slot,
    version: i64,
    content: Option<Content>,
) -> Result<KeptAt, ClientError> {
    let form = KeepWorkingCopy { version, content };
    let key = IdempotencyKey::new();
    send(Method::PUT, &path::working_copy(slot), &form, &key).await
}

//! 工作交接.

use gloo_net::http::Method;
use lanmu_api::handover::{HandOver, HandedOver, HandoverView};
use lanmu_api::path;

use super::client::{get, send};
use super::{ClientError, IdempotencyKey};

/// What somebody holds.
pub async fn handover(person_id: i64) -> Result<HandoverView, ClientError> {
    get(&path::handover(person_id)).await
}

/// Hands it over.
pub async fn hand_over(
    person_id: i64,
    form: HandOver,
    key: IdempotencyKey,
) -> Result<HandedOver, ClientError> {
    send(Method::POST, &path::handover(person_id), &form, &key).await
}

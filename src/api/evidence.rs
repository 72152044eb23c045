//! Trigger events and attestations.

use gloo_net::http::Method;
use lanmu_api::evidence::{Attest, RegisterEvent, Registered};
use lanmu_api::path;

use super::client::send;
use super::{ClientError, IdempotencyKey};

/// 登记触发事件.
pub async fn register_event(
    form: RegisterEvent,
    key: IdempotencyKey,
) -> Result<Registered, ClientError> {
    send(Method::POST, path::EVENTS, &form, &key).await
}

/// 核对无变化.
pub async fn attest(
    duty_id: i64,
    form: Attest,
    key: IdempotencyKey,
) -> Result<Registered, ClientError> {
    send(Method::POST, &path::duty_attestations(duty_id), &form, &key).await
}

//! Trigger events and attestations.

use gloo_net::http::Method;
use lanmu_api::evidence::{
    Attest, AttestationView, Attested, DecideAttestation, RegisterEvent, Registered,
};
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
) -> Result<Attested, ClientError> {
    send(Method::POST, &path::duty_attestations(duty_id), &form, &key).await
}

/// 确认核对无变化, or 不同意.
pub async fn decide_attestation(
    id: i64,
    form: DecideAttestation,
    key: IdempotencyKey,
) -> Result<AttestationView, ClientError> {
    send(Method::POST, &path::attestation_decision(id), &form, &key).await
}

//! `POST /ledger/verifications`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::VerificationRecord;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx, replayed};
use crate::error::Problem;
use crate::ledger::{record, verify};
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Checks the whole chain and keeps what was found. The check runs before the write begins, so that
/// nobody waits for it.
#[utoipa::path(
    post, path = "/ledger/verifications", tag = "ledger", request_body = serde_json::Value,
    responses(
        (status = 201, body = VerificationRecord),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an audit administrator", body = ErrorBody),
    )
)]
pub async fn create_verification(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<serde_json::Value>,
) -> Result<Response, Problem> {
    who.need(Permission::VerifyLedger)?;
    let WriteRequest { idempotency, .. } = request;
    if let Some(answer) = replayed(&state, &who, &idempotency).await? {
        return Ok(answer);
    }
    let found = verify(state.db.conn(), who.person.site_id).await?;
    match WriteTx::begin(&state, &who, &idempotency).await? {
        Begun::Fresh(write) => {
            let kept = record(&write, &who, found).await?;
            write.commit(StatusCode::CREATED, &kept).await
        }
        Begun::Replayed(answer) => Ok(answer),
    }
}

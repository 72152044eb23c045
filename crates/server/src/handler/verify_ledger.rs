//! `GET /ledger/verification`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::LedgerVerification;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::ledger::verify;
use crate::session::SignedIn;
use crate::state::AppState;

/// Checks the whole chain and names the first line that was altered.
#[utoipa::path(
    get, path = "/ledger/verification", tag = "ledger",
    responses(
        (status = 200, body = LedgerVerification),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an audit administrator", body = ErrorBody),
    )
)]
pub async fn verify_ledger(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<LedgerVerification>, Problem> {
    who.need(Permission::VerifyLedger)?;
    Ok(Json(verify(state.db.conn(), who.person.site_id).await?))
}

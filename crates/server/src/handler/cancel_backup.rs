//! `POST /backups/running/cancel`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::backup::BackupsView;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Stops the backup that is being made, whoever began it. Nothing of it is left; the line in the
/// ledger follows when it has ended.
#[utoipa::path(
    post, path = "/backups/running/cancel", tag = "backups",
    request_body = Option<serde_json::Value>,
    responses(
        (status = 200, body = BackupsView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not a system administrator", body = ErrorBody),
        (status = 409, description = "none is being made", body = ErrorBody),
    )
)]
pub async fn cancel_backup(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::BackUp)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    state.backups.cancel()?;
    let view = state.backups.view()?;
    write.commit(StatusCode::OK, &view).await
}

//! `DELETE /backups/{name}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::backup::BackupsView;
use lanmu_api::error::{ErrorBody, ErrorCode};
use lanmu_domain::permission::Permission;

use crate::backup::record_deleted;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Name;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Deletes a backup. The only one stays: there would be nothing to go back to.
#[utoipa::path(
    delete, path = "/backups/{name}", tag = "backups",
    params(("name" = String, Path, description = "the name of the file")),
    responses(
        (status = 200, body = BackupsView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not a system administrator", body = ErrorBody),
        (status = 404, description = "there is no backup of this name", body = ErrorBody),
        (status = 409, description = "it is the only one", body = ErrorBody),
        (status = 503, description = "the folder cannot be used", body = ErrorBody),
    )
)]
pub async fn delete_backup(
    State(state): State<AppState>,
    who: SignedIn,
    Name(name): Name,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::BackUp)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let before = state.backups.view()?;
    let mut files = before.items.iter();
    // Looked for in the list, a name leads nowhere else.
    let file = files
        .find(|file| file.name == name)
        .ok_or_else(Problem::not_found)?;
    if before.items.len() == 1 {
        return Err(Problem::with(
            ErrorCode::Refused,
            "这是仅有的一份备份，不能删除。请先完成一次新的备份。",
        ));
    }
    record_deleted(&write, &who, file).await?;
    let away = state.backups.put_away(file)?;
    // Not gone for good before the ledger knows it.
    let answer = match state.backups.view() {
        Ok(view) => write.commit(StatusCode::OK, &view).await,
        Err(problem) => Err(problem),
    };
    match &answer {
        Ok(_) => away.delete(),
        Err(_) => away.bring_back(),
    }
    answer
}

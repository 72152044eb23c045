//! `POST /backups`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::backup::BackupsView;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;

use crate::backup::{Failure, Maker, make_apart};
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Begins a backup and answers at once: it goes on by itself, and `GET /backups` says how far it is.
#[utoipa::path(
    post, path = "/backups", tag = "backups", request_body = Option<serde_json::Value>,
    responses(
        (status = 202, body = BackupsView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not a system administrator", body = ErrorBody),
        (status = 409, description = "one is being made", body = ErrorBody),
        (status = 503, description = "the folder cannot be read", body = ErrorBody),
    )
)]
pub async fn start_backup(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::BackUp)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let site_id = write.site_id();
    let maker = Maker {
        person_id: Some(who.person.id),
        post: who.title(Role::SystemAdministrator, None),
        name: who.person.name,
    };
    let run = state.backups.begin(maker, write.now())?;
    let begun = match state.backups.view() {
        Ok(view) => write.commit(StatusCode::ACCEPTED, &view).await,
        Err(problem) => Err(problem),
    };
    if begun.is_err() {
        // Nobody was told that it began.
        let never = Failure::Cancelled;
        state.backups.end(&run, Err(&never), state.clock.now());
        return begun;
    }
    make_apart(state, site_id, run);
    begun
}

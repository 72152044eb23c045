//! `POST /departments/{id}/roster`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::roster::AddRosterEntry;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Adds somebody to the roster of a department from a day on.
#[utoipa::path(
    post, path = "/departments/{id}/roster", tag = "rosters", request_body = AddRosterEntry,
    params(("id" = i64, Path, description = "the department")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn add_roster_entry(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<AddRosterEntry>,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let id = roster::add_entry(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

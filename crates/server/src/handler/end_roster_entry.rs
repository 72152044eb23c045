//! `POST /roster-entries/{id}/end`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::roster::EndRosterEntry;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Ends an entry with a day. What the roster said before that day stays.
#[utoipa::path(
    post, path = "/roster-entries/{id}/end", tag = "rosters", request_body = EndRosterEntry,
    params(("id" = i64, Path, description = "the entry")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "changed meanwhile, or over", body = ErrorBody),
    )
)]
pub async fn end_roster_entry(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<EndRosterEntry>,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    roster::end_entry(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &()).await
}

//! `PUT /roster-entries/{id}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::roster::ChangeRosterEntry;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Changes an entry from a day on; with the day from which it counts, corrects it. The answer is the
/// entry that counts then.
#[utoipa::path(
    put, path = "/roster-entries/{id}", tag = "rosters", request_body = ChangeRosterEntry,
    params(("id" = i64, Path, description = "the entry")),
    responses(
        (status = 200, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "changed meanwhile, or over", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn change_roster_entry(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ChangeRosterEntry>,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let id = roster::change_entry(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &Registered { id }).await
}

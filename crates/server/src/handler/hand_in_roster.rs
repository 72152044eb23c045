//! `POST /roster-collections/{id}/hand-ins`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::roster_collection::HandIn;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster_collection;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Hands in the roster of a department as it stands today; again, until the collection is closed.
#[utoipa::path(
    post, path = "/roster-collections/{id}/hand-ins", tag = "rosters", request_body = HandIn,
    params(("id" = i64, Path, description = "the collection")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department", body = ErrorBody),
        (status = 404, description = "not asked", body = ErrorBody),
        (status = 409, description = "closed, or the form lacks something", body = ErrorBody),
    )
)]
pub async fn hand_in_roster(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<HandIn>,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let place = request.body.department_id;
    let id = roster_collection::hand_in(&write, &who, id, place).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

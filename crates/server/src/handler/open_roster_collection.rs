//! `POST /roster-collections`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::roster_collection::OpenCollection;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::roster_collection;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Asks departments for their rosters by a deadline; they are told.
#[utoipa::path(
    post, path = "/roster-collections", tag = "rosters", request_body = OpenCollection,
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn open_roster_collection(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<OpenCollection>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageRosters)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let id = roster_collection::open(&write, &who, &request.body).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

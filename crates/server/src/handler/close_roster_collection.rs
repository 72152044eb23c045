//! `POST /roster-collections/{id}/close`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster_collection;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Closes a collection: nobody hands in any more.
#[utoipa::path(
    post, path = "/roster-collections/{id}/close", tag = "rosters",
    params(("id" = i64, Path, description = "the collection")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "closed already", body = ErrorBody),
    )
)]
pub async fn close_roster_collection(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageRosters)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    roster_collection::close(&write, &who, id).await?;
    write.commit(StatusCode::OK, &()).await
}

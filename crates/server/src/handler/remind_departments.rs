//! `POST /roster-collections/{id}/remind`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::roster_collection::{RemindDepartments, Reminded};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster_collection;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Reminds the departments that have not handed in. Those that were reminded today are reminded again
/// only with `again`.
#[utoipa::path(
    post, path = "/roster-collections/{id}/remind", tag = "rosters",
    request_body = RemindDepartments,
    params(("id" = i64, Path, description = "the collection")),
    responses(
        (status = 200, body = Reminded),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "closed, nobody to remind, or reminded today",
            body = ErrorBody),
    )
)]
pub async fn remind_departments(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<RemindDepartments>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageRosters)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = roster_collection::remind(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &answer).await
}

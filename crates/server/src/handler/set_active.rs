//! `POST /people/{id}/activation`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::person::SetActive;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::people;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Opens or closes somebody else's account; closing ends its sessions.
#[utoipa::path(
    post, path = "/people/{id}/activation", tag = "people", request_body = SetActive,
    params(("id" = i64, Path, description = "the person")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not the system administrator, or oneself",
            body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "the last security administrator, or the last one of a stage",
            body = ErrorBody),
    )
)]
pub async fn set_active(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<SetActive>,
) -> Result<Response, Problem> {
    who.need(Permission::ManagePeople)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    people::set_active(&write, &who.actor, id, request.body.active).await?;
    write.commit(StatusCode::OK, &()).await
}

//! `POST /delegations`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::delegation::{CreateDelegation, CreatedDelegations};
use lanmu_api::error::ErrorBody;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::delegation;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 委托代办: passes on one's own posts for some time, one delegation each; the security administrator
/// does it for others.
#[utoipa::path(
    post, path = "/delegations", tag = "delegations", request_body = CreateDelegation,
    responses(
        (status = 201, body = CreatedDelegations),
        (status = 401, body = ErrorBody),
        (status = 403, description = "posts of others", body = ErrorBody),
        (status = 422, description = "every reason against it, at its field", body = ErrorBody),
    )
)]
pub async fn create_delegation(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<CreateDelegation>,
) -> Result<Response, Problem> {
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let created = delegation::create(&write, &who, &request.body).await?;
    write.commit(StatusCode::CREATED, &created).await
}

//! `POST /delegations/{id}/end`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::delegation::EndDelegation;
use lanmu_api::error::ErrorBody;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::delegation;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Ends a delegation early, or takes back one that has not begun: by the principal or the security
/// administrator.
#[utoipa::path(
    post, path = "/delegations/{id}/end", tag = "delegations", request_body = EndDelegation,
    params(("id" = i64, Path, description = "the delegation")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, description = "by the delegate", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "over already", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn end_delegation(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<EndDelegation>,
) -> Result<Response, Problem> {
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    delegation::end(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &()).await
}

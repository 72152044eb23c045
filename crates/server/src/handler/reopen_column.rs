//! `POST /columns/{id}/reopen`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::column::ReopenColumn;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Opens a closed column again from a day on.
#[utoipa::path(
    post, path = "/columns/{id}/reopen", tag = "columns", request_body = ReopenColumn,
    params(("id" = i64, Path, description = "the column")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "not closed, or closed with one above it", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn reopen_column(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ReopenColumn>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::reopen_column(write, &who, id, &request.body).await
    })
    .await
}

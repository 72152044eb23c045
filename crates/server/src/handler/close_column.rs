//! `POST /columns/{id}/close`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::column::CloseColumn;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Closes a column from a day on: its clocks and those of the columns below it stop.
#[utoipa::path(
    post, path = "/columns/{id}/close", tag = "columns", request_body = CloseColumn,
    params(("id" = i64, Path, description = "the column")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "closed already, by itself or with one above it", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn close_column(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<CloseColumn>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::close_column(write, &who, id, &request.body).await
    })
    .await
}

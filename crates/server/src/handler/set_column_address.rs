//! `POST /columns/{id}/address`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::column::SetAddress;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Writes down where on the website a column stands.
#[utoipa::path(
    post, path = "/columns/{id}/address", tag = "columns", request_body = SetAddress,
    params(("id" = i64, Path, description = "the column")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn set_column_address(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<SetAddress>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::set_address(write, &who, id, &request.body).await
    })
    .await
}

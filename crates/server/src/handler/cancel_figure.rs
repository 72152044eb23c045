//! `POST /figures/{id}/cancel`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::figure::CancelFigure;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// A planned value does not come; one that is in force is changed by another value.
#[utoipa::path(
    post, path = "/figures/{id}/cancel", tag = "figures", request_body = CancelFigure,
    params(("id" = i64, Path, description = "the value")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "in force, or cancelled before", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn cancel_figure(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<CancelFigure>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::cancel_figure(write, &who, id, &request.body).await
    })
    .await
}

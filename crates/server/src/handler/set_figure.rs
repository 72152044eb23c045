//! `POST /figures`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::figure::SetFigure;

use crate::error::Problem;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// A figure has another value from a day on, today or later; what was judged before stays.
#[utoipa::path(
    post, path = "/figures", tag = "figures", request_body = SetFigure,
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 409, description = "another value from the same day on", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn set_figure(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<SetFigure>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::set_figure(write, &who, &request.body).await
    })
    .await
}

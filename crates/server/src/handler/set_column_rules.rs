//! `POST /columns/{id}/rules`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::column::SetRules;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Sets what a column and those below it have to keep from a day on, or takes it back.
#[utoipa::path(
    post, path = "/columns/{id}/rules", tag = "columns", request_body = SetRules,
    params(("id" = i64, Path, description = "the column")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "another setting from the same day on, or none to take back", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn set_column_rules(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<SetRules>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::set_rules(write, &who, id, &request.body).await
    })
    .await
}

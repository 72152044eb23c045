//! `POST /duties/{id}/owners`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::matrix::ChangeOwners;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::keep;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Other departments answer for a duty from a day on; each answers for its own part.
#[utoipa::path(
    post, path = "/duties/{id}/owners", tag = "matrix", request_body = ChangeOwners,
    params(("id" = i64, Path, description = "the duty")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "another change is planned", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn change_owners(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ChangeOwners>,
) -> Result<Response, Problem> {
    keep(&state, &who, &request.idempotency, async |write| {
        keeping::change_owners(write, &who, id, &request.body).await
    })
    .await
}

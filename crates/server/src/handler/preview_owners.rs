//! `POST /duties/{id}/owners/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix::ChangeOwners;
use lanmu_api::preview::PreviewView;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::preview;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// What the same request without `/preview` would move. Nothing is stored.
#[utoipa::path(
    post, path = "/duties/{id}/owners/preview", tag = "matrix", request_body = ChangeOwners,
    params(("id" = i64, Path, description = "the duty")),
    responses(
        (status = 200, body = PreviewView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "another change is planned", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn preview_owners(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ChangeOwners>,
) -> Result<Json<PreviewView>, Problem> {
    preview(&state, &who, async |write| {
        keeping::change_owners(write, &who, id, &request.body).await
    })
    .await
}

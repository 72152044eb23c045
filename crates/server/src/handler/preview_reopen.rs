//! `POST /columns/{id}/reopen/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::column::ReopenColumn;
use lanmu_api::error::ErrorBody;
use lanmu_api::preview::PreviewView;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::preview;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// What the same request without `/preview` would move. Nothing is stored.
#[utoipa::path(
    post, path = "/columns/{id}/reopen/preview", tag = "columns", request_body = ReopenColumn,
    params(("id" = i64, Path, description = "the column")),
    responses(
        (status = 200, body = PreviewView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "not closed, or closed with one above it", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn preview_reopen(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ReopenColumn>,
) -> Result<Json<PreviewView>, Problem> {
    preview(&state, &who, async |write| {
        keeping::reopen_column(write, &who, id, &request.body).await
    })
    .await
}

//! `POST /figures/{id}/cancel/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::figure::CancelFigure;
use lanmu_api::preview::PreviewView;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::handler::keep::preview;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// What the same request without `/preview` would move. Nothing is stored.
#[utoipa::path(
    post, path = "/figures/{id}/cancel/preview", tag = "figures", request_body = CancelFigure,
    params(("id" = i64, Path, description = "the value")),
    responses(
        (status = 200, body = PreviewView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "in force, or cancelled before", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn preview_figure_cancel(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<CancelFigure>,
) -> Result<Json<PreviewView>, Problem> {
    preview(&state, &who, async |write| {
        keeping::cancel_figure(write, &who, id, &request.body).await
    })
    .await
}

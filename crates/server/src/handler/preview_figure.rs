//! `POST /figures/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::figure::SetFigure;
use lanmu_api::preview::PreviewView;

use crate::error::Problem;
use crate::handler::keep::preview;
use crate::service::keeping;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// What the same request without `/preview` would move. Nothing is stored.
#[utoipa::path(
    post, path = "/figures/preview", tag = "figures", request_body = SetFigure,
    responses(
        (status = 200, body = PreviewView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 409, description = "another value from the same day on", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn preview_figure(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<SetFigure>,
) -> Result<Json<PreviewView>, Problem> {
    preview(&state, &who, async |write| {
        keeping::set_figure(write, &who, &request.body).await
    })
    .await
}

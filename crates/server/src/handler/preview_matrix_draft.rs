//! `GET /matrix/drafts/{id}/preview`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::DraftPreview;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// What a draft would do on its day. Nothing is stored.
#[utoipa::path(
    get, path = "/matrix/drafts/{id}/preview", tag = "matrix",
    params(("id" = i64, Path, description = "the draft")),
    responses(
        (status = 200, body = DraftPreview),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn preview_matrix_draft(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<DraftPreview>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let preview = versions::preview(&state, &who, id).await?;
    Ok(Json(preview))
}

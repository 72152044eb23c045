//! `GET /matrix/drafts/{id}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::DraftView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// A draft of a new version with its changes in words, and what others changed in the meantime.
#[utoipa::path(
    get, path = "/matrix/drafts/{id}", tag = "matrix",
    params(("id" = i64, Path, description = "the draft")),
    responses(
        (status = 200, body = DraftView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn get_matrix_draft(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<DraftView>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let view = versions::view(state.db.conn(), who.person.site_id, id).await?;
    Ok(Json(view))
}

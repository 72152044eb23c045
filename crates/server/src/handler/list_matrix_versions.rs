//! `GET /matrix/versions`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::MatrixVersions;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// The versions of the matrix; for who may change it also the drafts of new ones.
#[utoipa::path(
    get, path = "/matrix/versions", tag = "matrix",
    responses(
        (status = 200, body = MatrixVersions),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_matrix_versions(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<MatrixVersions>, Problem> {
    who.need(Permission::ViewWholeMatrix)?;
    let drafts = Permission::ManageMatrix.held(&who.actor);
    let (db, today) = (state.db.conn(), state.clock.today());
    let listed = versions::list(db, who.person.site_id, today, drafts).await?;
    Ok(Json(listed))
}

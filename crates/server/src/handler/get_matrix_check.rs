//! `GET /matrix/check`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_check::MatrixCheckView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::matrix_check;
use crate::session::SignedIn;
use crate::state::AppState;

/// What the responsibility table leaves open today, for who sees the whole of it.
#[utoipa::path(
    get, path = "/matrix/check", tag = "matrix",
    responses(
        (status = 200, body = MatrixCheckView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    ),
)]
pub async fn get_matrix_check(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<MatrixCheckView>, Problem> {
    who.need(Permission::ViewWholeMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    let view = matrix_check::check(db, who.person.site_id, today).await?;
    Ok(Json(view))
}

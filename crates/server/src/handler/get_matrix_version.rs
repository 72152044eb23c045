//! `GET /matrix/versions/{number}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::VersionDetail;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// A version with its changes in words.
#[utoipa::path(
    get, path = "/matrix/versions/{number}", tag = "matrix",
    params(("number" = i64, Path, description = "its number")),
    responses(
        (status = 200, body = VersionDetail),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn get_matrix_version(
    State(state): State<AppState>,
    who: SignedIn,
    Id(number): Id,
) -> Result<Json<VersionDetail>, Problem> {
    who.need(Permission::ViewWholeMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    let detail = versions::detail(db, who.person.site_id, number, today).await?;
    Ok(Json(detail))
}

//! `GET /matrix/versions/compare`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::VersionComparison;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CompareQuery {
    /// The number of the version that is the ground.
    pub from: i64,
    /// The number of the one that is looked at.
    pub to: i64,
}

/// Two versions of the matrix as tables, cell by cell.
#[utoipa::path(
    get, path = "/matrix/versions/compare", tag = "matrix", params(CompareQuery),
    responses(
        (status = 200, body = VersionComparison),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn compare_matrix_versions(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(CompareQuery { from, to }): Asked<CompareQuery>,
) -> Result<Json<VersionComparison>, Problem> {
    who.need(Permission::ViewWholeMatrix)?;
    let compared = versions::compare(state.db.conn(), who.person.site_id, from, to).await?;
    Ok(Json(compared))
}

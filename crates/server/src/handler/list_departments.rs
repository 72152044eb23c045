//! `GET /departments`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::site::DepartmentView;

use crate::error::Problem;
use crate::service::departments;
use crate::session::SignedIn;
use crate::state::AppState;

/// The departments of the site, in the order of the county's list.
#[utoipa::path(
    get, path = "/departments", tag = "site",
    responses((status = 200, body = Vec<DepartmentView>), (status = 401, body = ErrorBody))
)]
pub async fn list_departments(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<DepartmentView>>, Problem> {
    Ok(Json(
        departments::all(state.db.conn(), who.person.site_id).await?,
    ))
}

//! `GET /matrix/groups`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::GroupView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// The groups by which owners can be named.
#[utoipa::path(
    get, path = "/matrix/groups", tag = "matrix",
    responses(
        (status = 200, body = Vec<GroupView>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_groups(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<GroupView>>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let groups = versions::groups(state.db.conn(), who.person.site_id).await?;
    Ok(Json(groups))
}

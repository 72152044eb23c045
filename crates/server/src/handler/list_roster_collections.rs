//! `GET /roster-collections`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::roster_collection::CollectionRow;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::roster_collection;
use crate::session::SignedIn;
use crate::state::AppState;

/// All collections, the newest first.
#[utoipa::path(
    get, path = "/roster-collections", tag = "rosters",
    responses(
        (status = 200, body = Vec<CollectionRow>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_roster_collections(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<CollectionRow>>, Problem> {
    who.need(Permission::ManageRosters)?;
    let rows = roster_collection::list(state.db.conn(), who.person.site_id).await?;
    Ok(Json(rows))
}

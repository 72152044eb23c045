//! `GET /roster-collections/{id}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::roster_collection::CollectionView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::roster_collection;
use crate::session::SignedIn;
use crate::state::AppState;

/// A collection, department by department.
#[utoipa::path(
    get, path = "/roster-collections/{id}", tag = "rosters",
    params(("id" = i64, Path, description = "the collection")),
    responses(
        (status = 200, body = CollectionView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn get_roster_collection(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<CollectionView>, Problem> {
    who.need(Permission::ManageRosters)?;
    let view = roster_collection::view(state.db.conn(), who.person.site_id, id).await?;
    Ok(Json(view))
}

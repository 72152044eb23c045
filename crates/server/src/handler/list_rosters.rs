//! `GET /rosters`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::roster::RostersView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::roster;
use crate::session::SignedIn;
use crate::state::AppState;

/// 工作机构: who leads and who does the work, what was handed in and what is missing; of all
/// departments for the coordinator, of the own ones for others.
#[utoipa::path(
    get, path = "/rosters", tag = "rosters",
    responses(
        (status = 200, body = RostersView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_rosters(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<RostersView>, Problem> {
    who.need(Permission::KeepRoster)?;
    let (view, _) = roster::overview(state.db.conn(), &who, state.clock.today()).await?;
    Ok(Json(view))
}

//! `GET /reviewers`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::obligation::ReviewerView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::freshness::Scope;
use crate::service::reviewers;
use crate::session::SignedIn;
use crate::state::AppState;

/// Who reviews for which departments, for filters: in the whole county for who may see it, in the
/// person's own departments for others.
#[utoipa::path(
    get,
    path = "/reviewers",
    tag = "calendar",
    responses(
        (status = 200, body = Vec<ReviewerView>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    ),
)]
pub async fn list_reviewers(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<ReviewerView>>, Problem> {
    who.need(Permission::ViewCalendar)?;
    let scope = Scope::of(&who.actor, None)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let now = state.clock.now().to_utc();
    let found = reviewers::all(db, site_id, now, scope.departments()).await?;
    Ok(Json(found))
}

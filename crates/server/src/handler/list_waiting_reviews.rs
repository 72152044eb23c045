//! `GET /reviews/waiting`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::waiting::WaitingReviews;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::freshness::Scope;
use crate::service::waiting::waiting_reviews;
use crate::session::SignedIn;
use crate::state::AppState;

/// Where reviews wait and for how many working days: in the whole county for who may see it, in
/// the person's own departments for others.
#[utoipa::path(
    get, path = "/reviews/waiting", tag = "review",
    responses(
        (status = 200, body = WaitingReviews),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_waiting_reviews(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<WaitingReviews>, Problem> {
    who.need(Permission::ViewCalendar)?;
    let scope = Scope::of(&who.actor, None)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let today = state.clock.today();
    Ok(Json(waiting_reviews(db, site_id, &scope, today).await?))
}

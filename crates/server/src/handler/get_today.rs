//! `GET /today`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::today::TodayView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::today::today;
use crate::session::SignedIn;
use crate::state::AppState;

/// 今日待办: what this person owes, most urgent first.
#[utoipa::path(
    get, path = "/today", tag = "today",
    responses(
        (status = 200, body = TodayView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post at all", body = ErrorBody),
    )
)]
pub async fn get_today(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<TodayView>, Problem> {
    who.need(Permission::ViewToday)?;
    let now = state.clock.now();
    Ok(Json(today(state.db.conn(), &who, now).await?))
}

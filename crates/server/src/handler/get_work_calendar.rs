//! `GET /work-calendar`.

use axum::Json;
use axum::extract::State;
use chrono::Datelike;
use lanmu_api::error::ErrorBody;
use lanmu_api::work_calendar::WorkCalendarView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::work_calendar::year_view;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct WorkCalendarQuery {
    /// The year; this year without it.
    year: Option<i32>,
}

/// A year of the working-day calendar with every change of it.
#[utoipa::path(
    get,
    path = "/work-calendar",
    tag = "work calendar",
    params(WorkCalendarQuery),
    responses(
        (status = 200, body = WorkCalendarView),
        (status = 400, description = "a year that is none", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post", body = ErrorBody),
    ),
)]
pub async fn get_work_calendar(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<WorkCalendarQuery>,
) -> Result<Json<WorkCalendarView>, Problem> {
    who.need(Permission::ViewToday)?;
    let today = state.clock.today();
    let year = query.year.unwrap_or_else(|| today.year());
    let view = year_view(state.db.conn(), who.person.site_id, today, year).await?;
    Ok(Json(view))
}

//! `GET /calendar`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::calendar::{CalendarView, SPAN_MAX};
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::freshness::{AsOf, Scope, Standings, calendar_days, standings_as_of};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CalendarQuery {
    /// First day.
    from: NaiveDate,
    /// Last day, inclusive; 366 days after the first one at most.
    to: NaiveDate,
    /// Only what this department owes.
    department_id: Option<i64>,
    /// A past day: the statuses as they were known when it ended.
    as_of: Option<NaiveDate>,
}

/// What falls due in a span of days, the days themselves, and how many obligations have each
/// status today.
#[utoipa::path(
    get,
    path = "/calendar",
    tag = "calendar",
    params(CalendarQuery),
    responses(
        (status = 200, body = CalendarView),
        (status = 400, description = "a day that is none", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "the wrong way round, or too long", body = ErrorBody),
    ),
)]
pub async fn get_calendar(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<CalendarQuery>,
) -> Result<Json<CalendarView>, Problem> {
    who.need(Permission::ViewCalendar)?;
    check_span(&query)?;
    let scope = Scope::of(&who.actor, query.department_id)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let standings = standings_as_of(db, site_id, as_of, &scope.filter()).await?;
    Ok(Json(view(&standings, &scope, &query)))
}

fn check_span(query: &CalendarQuery) -> Result<(), Problem> {
    match query.to.signed_duration_since(query.from).num_days() {
        ..0 => Err(Problem::invalid_field("to", "结束日期不能早于开始日期。")),
        0..=SPAN_MAX => Ok(()),
        _ => Err(Problem::invalid_field(
            "to",
            format!("起止日期最多相隔{SPAN_MAX}天。"),
        )),
    }
}

fn view(standings: &Standings, scope: &Scope, query: &CalendarQuery) -> CalendarView {
    let in_span = |due: NaiveDate| (query.from..=query.to).contains(&due);
    let mut entries = standings.obligation_views(scope.departments());
    entries.retain(|entry| entry.due.is_some_and(in_span));
    CalendarView {
        today: standings.today,
        days: calendar_days(&standings.calendar, query.from, query.to),
        entries,
        totals: standings.totals(scope.departments()),
    }
}

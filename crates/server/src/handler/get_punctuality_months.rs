//! `GET /punctuality/months`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::history::PunctualityMonths;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::freshness::{Scope, months};
use crate::session::SignedIn;
use crate::state::AppState;

/// Months at most in one answer.
const MONTHS_MAX: u32 = 12;
/// Months when nothing is asked for.
const MONTHS_DEFAULT: u32 = 6;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MonthsQuery {
    /// Last day, today if not given, not after today.
    until: Option<NaiveDate>,
    /// How many months, 12 at most, 6 if not given.
    months: Option<u32>,
    /// Only this department.
    department_id: Option<i64>,
}

/// 按时率 month by month, each for the part that the departments answered for.
#[utoipa::path(
    get, path = "/punctuality/months", tag = "calendar", params(MonthsQuery),
    responses(
        (status = 200, body = PunctualityMonths),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "no such months", body = ErrorBody),
    ),
)]
pub async fn get_punctuality_months(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<MonthsQuery>,
) -> Result<Json<PunctualityMonths>, Problem> {
    who.need(Permission::ViewCalendar)?;
    let today = state.clock.today();
    let until = query.until.unwrap_or(today);
    let months = query.months.unwrap_or(MONTHS_DEFAULT);
    if until > today {
        return Err(Problem::invalid_field("until", "截止日期不能晚于今天。"));
    }
    if !(1..=MONTHS_MAX).contains(&months) {
        let message = format!("月数须为 1 到 {MONTHS_MAX}。");
        return Err(Problem::invalid_field("months", message));
    }
    let scope = Scope::of(&who.actor, query.department_id)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    Ok(Json(
        months::punctuality_months(db, site_id, (until, months), &scope).await?,
    ))
}

//! `GET /years/{year}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::history::YearView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::{Asked, Id};
use crate::service::freshness::{Scope, years};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query: of one department, or of one duty.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct YearQuery {
    /// The columns of this department.
    department_id: Option<i64>,
    /// This duty.
    duty_id: Option<i64>,
}

/// The year as far as the person sees it.
///
/// # Errors
/// 403, 404 or 422, as the requests say.
pub(super) async fn year_of(
    state: &AppState,
    who: &SignedIn,
    year: i64,
    query: YearQuery,
) -> Result<YearView, Problem> {
    who.need(Permission::ViewCalendar)?;
    let today = state.clock.today();
    let span = years::span(year, today).ok_or_else(Problem::not_found)?;
    if query.department_id.is_none() && query.duty_id.is_none() {
        let message = "请选择部门或者栏目。";
        return Err(Problem::invalid_field("department_id", message));
    }
    let scope = Scope::of(&who.actor, query.department_id)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    Ok(years::year_view(db, site_id, span, &scope, query.duty_id).await?)
}

/// How columns stood on every day of a year, by what is known today: of a department, or of one
/// duty as far as the person sees it.
#[utoipa::path(
    get,
    path = "/years/{year}",
    tag = "calendar",
    params(("year" = i32, Path, description = "the year"), YearQuery),
    responses(
        (status = 200, body = YearView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 404, description = "no such year", body = ErrorBody),
        (status = 422, description = "neither department nor duty", body = ErrorBody),
    ),
)]
pub async fn get_year(
    State(state): State<AppState>,
    who: SignedIn,
    Id(year): Id,
    Asked(query): Asked<YearQuery>,
) -> Result<Json<YearView>, Problem> {
    Ok(Json(year_of(&state, &who, year, query).await?))
}

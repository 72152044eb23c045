//! `GET /obligations`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::obligation::ObligationsView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::freshness::{AsOf, Scope, standings_as_of};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ObligationsQuery {
    /// Only what this department owes.
    department_id: Option<i64>,
    /// A past day: the statuses as they were known when it ended.
    as_of: Option<NaiveDate>,
}

/// Every obligation with its status and the sentence that says why; of the whole county for who
/// may see it, of the person's own departments for others.
#[utoipa::path(
    get,
    path = "/obligations",
    tag = "calendar",
    params(ObligationsQuery),
    responses(
        (status = 200, body = ObligationsView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn list_obligations(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<ObligationsQuery>,
) -> Result<Json<ObligationsView>, Problem> {
    who.need(Permission::ViewCalendar)?;
    let scope = Scope::of(&who.actor, query.department_id)?;
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let standings = standings_as_of(db, site_id, as_of, &scope.filter()).await?;
    let past = as_of.known_at.is_some();
    Ok(Json(standings.obligations_view(scope.departments(), past)))
}

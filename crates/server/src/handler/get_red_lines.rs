//! `GET /red-lines`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::red_line::RedLinesView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;

use crate::handler::extract::Asked;
use crate::service::freshness::{AsOf, Scope};
use crate::service::red_line;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RedLinesQuery {
    /// A past day: the state as it was known when it ended.
    pub as_of: Option<NaiveDate>,
}

/// 红线: how far the site is from the single vetoes of the national inspection. The numbers are
/// the site's; what stands behind them is listed for the departments that the person sees.
#[utoipa::path(
    get,
    path = "/red-lines",
    tag = "calendar",
    params(RedLinesQuery),
    responses(
        (status = 200, body = RedLinesView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn get_red_lines(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<RedLinesQuery>,
) -> Result<Json<RedLinesView>, Problem> {
    who.need(Permission::ViewCalendar)?;
    let scope = Scope::of(&who.actor, None)?;
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let view = red_line::measure(db, site_id, as_of, scope.departments()).await?;
    Ok(Json(view))
}

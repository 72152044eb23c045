//! `GET /departments/{id}/roster`.

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::roster::RosterView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::{Asked, Id};
use crate::service::roster;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RosterQuery {
    /// As of this day; today without it.
    day: Option<NaiveDate>,
    /// Whole numbers of another department: a line in the ledger.
    #[serde(default)]
    numbers: bool,
}

/// The roster of a department. Numbers are whole for its own people, masked for everybody else; the
/// coordinator may ask for them, which is written down before they are handed out.
#[utoipa::path(
    get, path = "/departments/{id}/roster", tag = "rosters",
    params(("id" = i64, Path, description = "the department"), RosterQuery),
    responses(
        (status = 200, body = RosterView),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "numbers of another department", body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn get_roster(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    Asked(query): Asked<RosterQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let db = state.db.conn();
    let department = roster::department_of(db, who.person.site_id, id).await?;
    if query.numbers {
        if !roster::may_keep(&who, id) {
            return Err(Problem::not_allowed());
        }
        let place = [(id, department.name.clone())];
        roster::record_looks(&state, &who, &place, "在页面上查看号码。").await?;
    }
    let now = state.clock.now();
    let day = query.day.unwrap_or_else(|| now.date_naive());
    let view = roster::view(db, &who, department, (day, now), query.numbers).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(view)).into_response())
}

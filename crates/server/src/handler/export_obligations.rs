//! `GET /obligations/export`.

use axum::extract::State;
use axum::response::Response;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::export::ExportFormat;
use lanmu_api::obligation::ObligationFilter;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::Asked;
use crate::service::freshness::{AsOf, Scope, standings_as_of, tables};
use crate::service::reviewers;
use crate::session::SignedIn;
use crate::state::AppState;

/// Which view is exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Everything that the filter admits.
    #[default]
    All,
    /// What the list shows: without a filter nothing that is fresh beyond the next 30 days.
    List,
    /// The next 30 days by department.
    Ahead,
}

/// The query, besides the filter.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// The format of the file.
    #[param(inline)]
    #[serde(default)]
    format: ExportFormat,
    /// Which view.
    #[serde(default)]
    #[param(inline)]
    view: View,
    /// A past day: the statuses as they were known when it ended.
    as_of: Option<NaiveDate>,
}

/// What the calendar shows as a file, filtered as on screen.
#[utoipa::path(
    get,
    path = "/obligations/export",
    tag = "calendar",
    params(ExportQuery, ObligationFilter),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format or filter", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn export_obligations(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<ExportQuery>,
    Asked(filter): Asked<ObligationFilter>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewCalendar)?;
    let scope = Scope::of(&who.actor, filter.department)?;
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let reviewed = match filter.reviewer {
        Some(person_id) => {
            let now = state.clock.now().to_utc();
            let known = reviewers::all(db, site_id, now, scope.departments()).await?;
            let found = known.into_iter().find(|known| known.person_id == person_id);
            Some(found.map(|found| found.department_ids).unwrap_or_default())
        }
        None => None,
    };
    let standings = standings_as_of(db, site_id, as_of, &scope.filter()).await?;
    let today = standings.today;
    let mut items = standings.obligation_views(scope.departments());
    items.retain(|item| match query.view {
        View::List => filter.lists(item, reviewed.as_deref(), today),
        View::All | View::Ahead => filter.admits(item, reviewed.as_deref()),
    });
    let table = match query.view {
        View::Ahead => tables::load_table(&items, today),
        View::All | View::List => tables::obligations_table(&items, today),
    };
    answer(table, query.format).await
}

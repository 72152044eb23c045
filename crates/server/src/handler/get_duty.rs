//! `GET /duties/{id}`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix::DutyView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::{Asked, Id};
use crate::service::freshness::{AsOf, DutyFilter, duty_detail, standings_as_of};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DutyQuery {
    /// A past day: the status as it was known when it ended.
    as_of: Option<NaiveDate>,
}

/// Why a duty stands as it stands: rules with their sources, judgements with their arithmetic,
/// doubts, the latest publications, the events that still wait.
///
/// Who does not see the whole matrix sees the duties of the own departments, and of those that
/// every owner owes only the own part.
#[utoipa::path(
    get,
    path = "/duties/{id}",
    tag = "matrix",
    params(("id" = i64, Path, description = "the duty"), DutyQuery),
    responses(
        (status = 200, body = DutyView),
        (status = 401, body = ErrorBody),
        (status = 404, description = "not in the matrix in force, or of others", body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn get_duty(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    Asked(query): Asked<DutyQuery>,
) -> Result<Json<DutyView>, Problem> {
    let own = who.departments();
    let seen = (!Permission::ViewWholeMatrix.held(&who.actor)).then_some(own.as_slice());
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let filter = DutyFilter::Duties(vec![id]);
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let standings = standings_as_of(db, site_id, as_of, &filter).await?;
    let standing = standings
        .duties
        .first()
        .filter(|standing| standing.visible(seen).next().is_some())
        .ok_or_else(Problem::not_found)?;
    Ok(Json(
        duty_detail(db, site_id, &standings, standing, seen).await?,
    ))
}

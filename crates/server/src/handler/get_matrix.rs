//! `GET /matrix`.

use std::collections::{BTreeSet, HashMap};

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix::{DutyRow, MatrixVersionView, MatrixView};
use lanmu_api::site::DepartmentView;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::departments;
use crate::service::freshness::{AsOf, Scope, Standings, standings_as_of};
use crate::service::initials::initials;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MatrixQuery {
    /// Only the duties of this department.
    pub department_id: Option<i64>,
    /// A past day: the matrix of that day, the statuses as they were known when it ended.
    pub as_of: Option<NaiveDate>,
}

/// The matrix in force today with today's statuses: of the whole county for who may see it, of the
/// person's own departments for others.
#[utoipa::path(
    get,
    path = "/matrix",
    tag = "matrix",
    params(MatrixQuery),
    responses(
        (status = 200, body = MatrixView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 404, description = "no matrix is in force yet", body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn get_matrix(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<MatrixQuery>,
) -> Result<Json<MatrixView>, Problem> {
    let scope = Scope::of(&who.actor, query.department_id)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let standings = standings_as_of(db, site_id, as_of, &scope.filter()).await?;
    let mut departments = departments::all_on(db, site_id, as_of.day).await?;
    for department in &mut departments {
        department.initials = initials(&department.name);
    }
    let version = standings.version.as_ref().ok_or_else(Problem::not_found)?;
    Ok(Json(MatrixView {
        version: MatrixVersionView {
            number: version.number,
            effective_from: version.effective_from,
            reason: version.reason.clone(),
        },
        today: standings.today,
        duties: rows(&standings, &scope, &departments),
        departments: named(departments, &standings, &scope),
    }))
}

/// The duties with what their names are searched by.
fn rows(standings: &Standings, scope: &Scope, departments: &[DepartmentView]) -> Vec<DutyRow> {
    let letters: HashMap<i64, &str> = departments
        .iter()
        .map(|department| (department.id, department.initials.as_str()))
        .collect();
    standings
        .duties
        .iter()
        .map(|duty| {
            let mut row = duty.row(scope.departments(), standings.today);
            let columns = row.column_path.iter().map(|name| initials(name));
            let owners = row.owners.iter();
            let owners = owners.filter_map(|owner| letters.get(&owner.department_id));
            let owners = owners.map(|letters| (*letters).to_owned());
            row.initials = columns.chain(owners).collect::<Vec<_>>().join(" ");
            row
        })
        .collect()
}

/// All departments for the county; otherwise those asked for and those that share their duties.
fn named(all: Vec<DepartmentView>, standings: &Standings, scope: &Scope) -> Vec<DepartmentView> {
    let Some(asked) = scope.departments() else {
        return all;
    };
    let sharing = standings
        .obligations(Some(asked))
        .flat_map(|(_, owed)| &owed.departments);
    let ids: BTreeSet<i64> = asked.iter().chain(sharing).copied().collect();
    all.into_iter()
        .filter(|department| ids.contains(&department.id))
        .collect()
}

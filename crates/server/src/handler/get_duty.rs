//! `GET /duties/{id}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix::DutyView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::freshness::{DutyFilter, duty_detail, standings};
use crate::session::SignedIn;
use crate::state::AppState;

/// Why a duty stands as it stands: rules with their sources, judgements with their arithmetic,
/// doubts, the latest publications, the events that still wait.
///
/// Who does not see the whole matrix sees the duties of the own departments, and of those that
/// every owner owes only the own part.
#[utoipa::path(
    get,
    path = "/duties/{id}",
    tag = "matrix",
    params(("id" = i64, Path, description = "the duty")),
    responses(
        (status = 200, body = DutyView),
        (status = 401, body = ErrorBody),
        (status = 404, description = "not in the matrix in force, or of others", body = ErrorBody),
    ),
)]
pub async fn get_duty(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<DutyView>, Problem> {
    let own = who.departments();
    let seen = (!Permission::ViewWholeMatrix.held(&who.actor)).then_some(own.as_slice());
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let filter = DutyFilter::Duties(vec![id]);
    let standings = standings(db, site_id, state.clock.today(), &filter).await?;
    let standing = standings
        .duties
        .first()
        .filter(|standing| standing.visible(seen).next().is_some())
        .ok_or_else(Problem::not_found)?;
    Ok(Json(
        duty_detail(db, site_id, &standings, standing, seen).await?,
    ))
}

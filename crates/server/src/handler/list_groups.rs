//! `GET /matrix/groups`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::GroupView;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::freshness::AsOf;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct GroupQuery {
    /// A past day: the groups of that day.
    pub as_of: Option<NaiveDate>,
}

/// The groups by which owners can be named.
#[utoipa::path(
    get, path = "/matrix/groups", tag = "matrix",
    params(GroupQuery),
    responses(
        (status = 200, body = Vec<GroupView>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    )
)]
pub async fn list_groups(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<GroupQuery>,
) -> Result<Json<Vec<GroupView>>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let groups = versions::groups(state.db.conn(), who.person.site_id, as_of.day).await?;
    Ok(Json(groups))
}

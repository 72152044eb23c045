//! `GET /matrix/requirement`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::RequirementRead;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::Asked;
use crate::error::Problem;
use crate::service::versions;
use crate::session::SignedIn;
use crate::state::AppState;

/// What is to be read.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RequirementQuery {
    /// 更新要求 in words.
    words: String,
    /// The day whose figures hold; today without it.
    #[serde(default)]
    day: Option<NaiveDate>,
}

/// How the words of an update requirement are read, before they go into a draft.
#[utoipa::path(
    get, path = "/matrix/requirement", tag = "matrix", params(RequirementQuery),
    responses(
        (status = 200, body = RequirementRead),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "they cannot be read", body = ErrorBody),
    )
)]
pub async fn read_requirement(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<RequirementQuery>,
) -> Result<Json<RequirementRead>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let day = query.day.unwrap_or_else(|| state.clock.today());
    Ok(Json(versions::read(db, site_id, day, &query.words).await?))
}

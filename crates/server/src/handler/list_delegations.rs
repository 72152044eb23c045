//! `GET /delegations`.

use axum::Json;
use axum::extract::State;
use lanmu_api::delegation::DelegationRow;
use lanmu_api::error::ErrorBody;
use lanmu_api::page::Page;
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, after_number, limit};
use crate::error::Problem;
use crate::service::delegation;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DelegationsQuery {
    /// From `meta.next` of the page before.
    after: Option<String>,
    /// How many, 100 at most.
    limit: Option<u64>,
}

/// One's own delegations and those to oneself, newest first; all of the site for the security
/// administrator.
#[utoipa::path(
    get, path = "/delegations", tag = "delegations", params(DelegationsQuery),
    responses(
        (status = 200, body = Page<DelegationRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn list_delegations(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<DelegationsQuery>,
) -> Result<Json<Page<DelegationRow>>, Problem> {
    let (after, limit) = (after_number(query.after.as_deref())?, limit(query.limit)?);
    let now = state.clock.now().to_utc();
    let page = delegation::list(state.db.conn(), &who, now, after, limit).await?;
    Ok(Json(page))
}

//! `GET /changes/since`.

use axum::Json;
use axum::extract::State;
use lanmu_api::change::Changes;
use lanmu_api::error::ErrorBody;
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::Asked;
use crate::error::Problem;
use crate::live::changes_since;
use crate::session::Watching;
use crate::state::AppState;

/// From where on.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ChangesQuery {
    /// The `sequence` of the last answer or event; without it only where the ledger stands.
    pub(super) sequence: Option<i64>,
}

/// What changed since, for whoever cannot listen to `GET /changes`.
#[utoipa::path(
    get, path = "/changes/since", tag = "live", params(ChangesQuery),
    responses(
        (status = 200, body = Changes),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn list_changes(
    State(state): State<AppState>,
    Watching { who, .. }: Watching,
    Asked(query): Asked<ChangesQuery>,
) -> Result<Json<Changes>, Problem> {
    Ok(Json(
        changes_since(state.db.conn(), &who, query.sequence).await?,
    ))
}

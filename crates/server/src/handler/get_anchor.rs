//! `GET /ledger/anchor`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::AnchorAnswer;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::Asked;
use crate::error::Problem;
use crate::ledger::anchor;
use crate::session::SignedIn;
use crate::state::AppState;

/// What was filed.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AnchorQuery {
    /// The number of the line.
    sequence: i64,
    /// Its hash, 64 hexadecimal digits; case and spaces do not matter.
    hash: String,
}

/// Whether a line still has the hash that was filed on paper earlier.
#[utoipa::path(
    get, path = "/ledger/anchor", tag = "ledger", params(AnchorQuery),
    responses(
        (status = 200, body = AnchorAnswer),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an audit administrator", body = ErrorBody),
    )
)]
pub async fn get_anchor(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<AnchorQuery>,
) -> Result<Json<AnchorAnswer>, Problem> {
    who.need(Permission::VerifyLedger)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let answer = anchor(db, site_id, query.sequence, &query.hash).await?;
    Ok(Json(answer))
}

//! `GET /terms`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::secrecy::TermsView;

use crate::error::Problem;
use crate::service::secrecy;
use crate::session::SignedIn;
use crate::state::AppState;

/// The lists of the secrecy check, for everybody: the editor checks with them while one types.
#[utoipa::path(
    get, path = "/terms", tag = "terms",
    responses((status = 200, body = TermsView), (status = 401, body = ErrorBody))
)]
pub async fn list_terms(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<TermsView>, Problem> {
    let view = secrecy::terms(state.db.conn(), who.person.site_id).await?;
    Ok(Json(view))
}

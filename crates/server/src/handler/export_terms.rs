//! `GET /terms/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use super::export_punctuality::FormatQuery;
use super::extract::Asked;
use crate::error::Problem;
use crate::export::answer;
use crate::service::secrecy;
use crate::session::SignedIn;
use crate::state::AppState;

/// The expressions to avoid as a file.
#[utoipa::path(
    get, path = "/terms/export", tag = "terms", params(FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn export_terms(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageTerms)?;
    let view = secrecy::terms(state.db.conn(), who.person.site_id).await?;
    answer(secrecy::table(&view, state.clock.today()), format).await
}

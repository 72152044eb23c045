//! `GET /rosters/forms/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;

use super::list_roster_forms::{FormsQuery, looked_at};
use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::roster;
use crate::session::SignedIn;
use crate::state::AppState;

/// The same forms as one text document, each on a page of its own, with the places for seal and date.
#[utoipa::path(
    get, path = "/rosters/forms/export", tag = "rosters", params(FormsQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department's", body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn export_roster_forms(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<FormsQuery>,
) -> Result<Response, Problem> {
    let forms = looked_at(&state, &who, query, "导出工作机构表。").await?;
    roster::forms_file(forms).await
}

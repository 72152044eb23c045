//! `GET /rosters/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use super::export_punctuality::FormatQuery;
use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::Asked;
use crate::service::roster;
use crate::session::SignedIn;
use crate::state::AppState;

/// The overview as a file. Telephone numbers are masked in it.
#[utoipa::path(
    get, path = "/rosters/export", tag = "rosters", params(FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn export_rosters(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let (view, lines) = roster::overview(state.db.conn(), &who, state.clock.today()).await?;
    answer(roster::table(&view, &lines), format).await
}

//! `GET /red-lines/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use super::export_punctuality::FormatQuery;
use super::get_red_lines::RedLinesQuery;
use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::Asked;
use crate::service::freshness::{AsOf, Scope};
use crate::service::red_line;
use crate::session::SignedIn;
use crate::state::AppState;

/// The red lines as a file.
#[utoipa::path(
    get,
    path = "/red-lines/export",
    tag = "calendar",
    params(RedLinesQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn export_red_lines(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<RedLinesQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewCalendar)?;
    let scope = Scope::of(&who.actor, None)?;
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let view = red_line::measure(db, site_id, as_of, scope.departments()).await?;
    answer(red_line::table(&view), format).await
}

//! `GET /years/{year}/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;

use super::export_punctuality::FormatQuery;
use super::get_year::{YearQuery, year_of};
use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::{Asked, Id};
use crate::service::freshness::tables;
use crate::session::SignedIn;
use crate::state::AppState;

/// How columns stood over a year as a file.
#[utoipa::path(
    get,
    path = "/years/{year}/export",
    tag = "calendar",
    params(("year" = i32, Path, description = "the year"), YearQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 404, description = "no such year", body = ErrorBody),
        (status = 422, description = "neither department nor duty", body = ErrorBody),
    ),
)]
pub async fn export_year(
    State(state): State<AppState>,
    who: SignedIn,
    Id(year): Id,
    Asked(query): Asked<YearQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    let view = year_of(&state, &who, year, query).await?;
    answer(tables::year_table(&view), format).await
}

//! `GET /matrix/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;

use super::export_punctuality::FormatQuery;
use super::get_matrix::MatrixQuery;
use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::Asked;
use crate::service::freshness::{AsOf, Scope, standings_as_of, tables};
use crate::session::SignedIn;
use crate::state::AppState;

/// 责任矩阵 as a file: one row for each duty with its rules and how it stands.
#[utoipa::path(
    get,
    path = "/matrix/export",
    tag = "matrix",
    params(MatrixQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "a day to come", body = ErrorBody),
    ),
)]
pub async fn export_matrix(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<MatrixQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    let scope = Scope::of(&who.actor, query.department_id)?;
    let as_of = AsOf::asked(query.as_of, state.clock.today())?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let standings = standings_as_of(db, site_id, as_of, &scope.filter()).await?;
    let table = tables::matrix_table(&standings, scope.departments());
    answer(table, format).await
}

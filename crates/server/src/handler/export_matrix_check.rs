//! `GET /matrix/check/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::matrix_check::GapKind;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use super::export_punctuality::FormatQuery;
use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::Asked;
use crate::service::matrix_check;
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct KindQuery {
    /// Only gaps of this kind.
    #[param(inline)]
    pub kind: Option<GapKind>,
}

/// What the responsibility table leaves open, as a file.
#[utoipa::path(
    get, path = "/matrix/check/export", tag = "matrix",
    params(KindQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such kind or format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    ),
)]
pub async fn export_matrix_check(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(KindQuery { kind }): Asked<KindQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewWholeMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    let view = matrix_check::check(db, who.person.site_id, today).await?;
    answer(matrix_check::table(&view, kind), format).await
}

//! `GET /matrix/annex`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::annex::AnnexFormat;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::error::Problem;
use crate::handler::extract::Asked;
use crate::service::{annex, versions};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AnnexQuery {
    /// Which kind of file.
    #[param(inline)]
    #[serde(default)]
    pub format: AnnexFormat,
    /// The number of a version; without it the table as it stands today.
    #[serde(default)]
    pub version: Option<i64>,
}

/// The responsibility table as it stands today, or as a version had it, in the form of Annex 2.
#[utoipa::path(
    get, path = "/matrix/annex", tag = "matrix",
    params(AnnexQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, description = "no such version", body = ErrorBody),
    ),
)]
pub async fn export_annex(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(AnnexQuery { format, version }): Asked<AnnexQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewWholeMatrix)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let lines = match version {
        Some(number) => versions::lines_of(db, site_id, number).await?,
        None => annex::lines_on(db, site_id, state.clock.today()).await?,
    };
    annex::file(lines, format).await
}

//! `GET /punctuality/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::export::ExportFormat;
use lanmu_domain::permission::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use super::get_punctuality::PunctualityQuery;
use crate::error::Problem;
use crate::export::answer;
use crate::handler::extract::Asked;
use crate::service::freshness::{Scope, punctuality, tables};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query, besides the period.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FormatQuery {
    /// The format of the file.
    #[param(inline)]
    #[serde(default)]
    pub format: ExportFormat,
}

/// 按时率 as a file.
#[utoipa::path(
    get,
    path = "/punctuality/export",
    tag = "calendar",
    params(PunctualityQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "no such span", body = ErrorBody),
    ),
)]
pub async fn export_punctuality(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PunctualityQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewCalendar)?;
    let span = query.check(state.clock.today())?;
    let scope = Scope::of(&who.actor, query.department_id)?;
    let with_items = query.department_id.is_some();
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let view = punctuality::punctuality(db, site_id, span, &scope, with_items).await?;
    answer(tables::punctuality_table(&view), format).await
}

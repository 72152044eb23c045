//! `POST /matrix/annex/compare`.

use axum::Json;
use axum::extract::State;
use lanmu_api::annex::AnnexComparison;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::annex;
use crate::session::{FileRequest, SignedIn};
use crate::state::AppState;

/// A table as XLSX, DOCX or CSV against the one in force, cell by cell. Stores nothing.
#[utoipa::path(
    post, path = "/matrix/annex/compare", tag = "matrix",
    params(("name" = String, Query, description = "name of the file")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "also for a file with faults", body = AnnexComparison),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 413, body = ErrorBody),
        (status = 422, description = "no name", body = ErrorBody),
    )
)]
pub async fn compare_annex(
    State(state): State<AppState>,
    who: SignedIn,
    request: FileRequest,
) -> Result<Json<AnnexComparison>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    let file = (request.name, request.bytes.to_vec());
    let compared = annex::against(db, who.person.site_id, today, file).await?;
    Ok(Json(compared))
}

//! `POST /matrix/annex/propose`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::AnnexProposal;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::versions;
use crate::session::{FileRequest, SignedIn};
use crate::state::AppState;

/// The differences of a table as XLSX, DOCX or CSV as changes to choose from. Stores nothing.
#[utoipa::path(
    post, path = "/matrix/annex/propose", tag = "matrix",
    params(("name" = String, Query, description = "name of the file")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 200, description = "also for a file with faults", body = AnnexProposal),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 413, body = ErrorBody),
        (status = 422, description = "no name", body = ErrorBody),
    )
)]
pub async fn propose_annex(
    State(state): State<AppState>,
    who: SignedIn,
    request: FileRequest,
) -> Result<Json<AnnexProposal>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    let file = (request.name, request.bytes.to_vec());
    let proposal = versions::propose(db, who.person.site_id, today, file).await?;
    Ok(Json(proposal))
}

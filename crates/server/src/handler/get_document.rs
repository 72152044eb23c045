//! `GET /department-documents/{id}/file`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::attachment::AttachmentKind;
use lanmu_domain::permission::Permission;
use lanmu_domain::roster::DocumentKind;

use super::get_attachment::file_response;
use crate::entity::key::from_key;
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::{department_document, roster};
use crate::session::SignedIn;
use crate::state::AppState;

/// The file of a document, for people of the department and the coordinator. A look at another
/// department's sealed form or duty list, which hold numbers, is written down first.
#[utoipa::path(
    get, path = "/department-documents/{id}/file", tag = "rosters",
    params(("id" = i64, Path, description = "the document")),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, description = "no such document, or none that the person may see",
            body = ErrorBody),
    )
)]
pub async fn get_document(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let db = state.db.conn();
    let (document, file) = department_document::find(db, &who, id).await?;
    let kind: DocumentKind = from_key(&document.kind)?;
    if kind.has_numbers() {
        let department =
            roster::department_of(db, who.person.site_id, document.department_id).await?;
        let how = format!("打开{}“{}”。", kind.label(), document.title);
        roster::record_looks(&state, &who, &[(department.id, department.name)], &how).await?;
    }
    let file_kind: AttachmentKind = from_key(&file.kind)?;
    file_response(file_kind, &document.file_name, file.bytes)
}

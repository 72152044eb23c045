//! `POST /matrix/drafts`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::{DraftView, SaveDraft};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::versions;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Makes a draft of a new version of the matrix. Nothing changes by it.
#[utoipa::path(
    post, path = "/matrix/drafts", tag = "matrix", request_body = SaveDraft,
    responses(
        (status = 201, body = DraftView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn create_matrix_draft(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<SaveDraft>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    let id = versions::create(&write, &who, &request.body).await?;
    let view = versions::view(write.tx(), write.site_id(), id).await?;
    write.commit(StatusCode::CREATED, &view).await
}

//! `PUT /matrix/drafts/{id}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::{DraftView, SaveDraft};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Changes a draft as a whole.
#[utoipa::path(
    put, path = "/matrix/drafts/{id}", tag = "matrix", request_body = SaveDraft,
    params(("id" = i64, Path, description = "the draft")),
    responses(
        (status = 200, body = DraftView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn save_matrix_draft(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<SaveDraft>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    versions::save(&write, &who, id, &request.body).await?;
    let view = versions::view(write.tx(), write.site_id(), id).await?;
    write.commit(StatusCode::OK, &view).await
}

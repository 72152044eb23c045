//! `POST /matrix/drafts/{id}/discard`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::DiscardDraft;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Takes a draft away; the ledger keeps what it was.
#[utoipa::path(
    post, path = "/matrix/drafts/{id}/discard", tag = "matrix", request_body = DiscardDraft,
    params(("id" = i64, Path, description = "the draft")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale", body = ErrorBody),
    )
)]
pub async fn discard_matrix_draft(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<DiscardDraft>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    versions::discard(&write, &who, id, request.body.version).await?;
    write.commit(StatusCode::OK, &()).await
}

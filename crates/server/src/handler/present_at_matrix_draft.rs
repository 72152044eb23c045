//! `POST /matrix/drafts/{id}/presence`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::presence::{Present, PresentPerson};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::versions;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// The draft is open, or left: which other coordinators work at it.
#[utoipa::path(
    post, path = "/matrix/drafts/{id}/presence", tag = "matrix", request_body = Present,
    params(("id" = i64, Path, description = "the draft")),
    responses(
        (status = 200, body = Vec<PresentPerson>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn present_at_matrix_draft(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Present>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let others = versions::present(&write, &who, id, request.body.leaving).await?;
    write.commit(StatusCode::OK, &others).await
}

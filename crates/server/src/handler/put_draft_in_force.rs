//! `POST /matrix/drafts/{id}/put-in-force`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::{Decided, PutInForce};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx, replayed};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Makes a version of a draft: in force at once where its day is today, else planned for its day.
#[utoipa::path(
    post, path = "/matrix/drafts/{id}/put-in-force", tag = "matrix", request_body = PutInForce,
    params(("id" = i64, Path, description = "the draft")),
    responses(
        (status = 201, body = Decided),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale: the draft, or the matrix where it touches it", body = ErrorBody),
        (status = 422, description = "every change that cannot be done", body = ErrorBody),
    )
)]
pub async fn put_draft_in_force(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<PutInForce>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    if let Some(answer) = replayed(&state, &who, &request.idempotency).await? {
        return Ok(answer);
    }
    let lines = versions::ready(&state, &who, id, request.body.version).await?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    let decided = versions::decide(&write, &who, id, &request.body, &lines).await?;
    write.commit(StatusCode::CREATED, &decided).await
}

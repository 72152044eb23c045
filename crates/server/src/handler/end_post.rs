//! `DELETE /people/{id}/posts/{post_id}`.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::people;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Ends a post. It counts no more from the next request of that person on; what was done under it
/// stays.
#[utoipa::path(
    delete, path = "/people/{id}/posts/{post_id}", tag = "people",
    params(
        ("id" = i64, Path, description = "the person"),
        ("post_id" = i64, Path, description = "the holding"),
    ),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "the last security administrator, or the last one of a stage",
            body = ErrorBody),
    )
)]
pub async fn end_post(
    State(state): State<AppState>,
    who: SignedIn,
    path: Result<Path<(i64, i64)>, PathRejection>,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::GrantPosts)?;
    let Path((id, post_id)) = path.map_err(|_| Problem::not_found())?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    people::end_post(&write, &who.actor, id, post_id).await?;
    write.commit(StatusCode::OK, &()).await
}

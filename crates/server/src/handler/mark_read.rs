//! `POST /notifications/read`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::notification::{MarkRead, Unread};

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::notification;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Marks what the person was told as read: one, or all up to one.
#[utoipa::path(
    post, path = "/notifications/read", tag = "notifications", request_body = MarkRead,
    responses(
        (status = 200, body = Unread),
        (status = 401, body = ErrorBody),
        (status = 404, description = "the person was told no such thing", body = ErrorBody),
        (status = 422, description = "neither one nor up to one, or both", body = ErrorBody),
    )
)]
pub async fn mark_read(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<MarkRead>,
) -> Result<Response, Problem> {
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let left = notification::mark_read(&write, &who, request.body).await?;
    write.commit(StatusCode::OK, &left).await
}

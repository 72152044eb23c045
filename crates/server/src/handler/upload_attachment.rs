//! `POST /attachments`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::attachment::AttachmentView;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::attachment::{looked_through, store};
use crate::session::{FileRequest, SignedIn};
use crate::state::AppState;

/// Stores a file for the person, without the places and people that its metadata name. Items name
/// it by the address in the answer.
#[utoipa::path(
    post, path = "/attachments", tag = "articles",
    params(("name" = String, Query, description = "name of the file")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 201, body = AttachmentView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 413, body = ErrorBody),
        (status = 422, description = "a file that is not taken, with the reason", body = ErrorBody),
    )
)]
pub async fn upload_attachment(
    State(state): State<AppState>,
    who: SignedIn,
    request: FileRequest,
) -> Result<Response, Problem> {
    who.need(Permission::WriteArticles)?;
    let (found, cleaned) = looked_through(&request).await?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let stored = store(&write, &who, (&request.name, found), cleaned).await?;
    write.commit(StatusCode::CREATED, &stored).await
}

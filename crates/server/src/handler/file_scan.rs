//! `POST /roster-hand-ins/{id}/scan`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::attachment::looked_through;
use crate::service::department_document;
use crate::session::{FileRequest, SignedIn};
use crate::state::AppState;

/// Keeps the sealed form of a hand-in: PDF, JPEG or PNG. A new scan goes before the former ones.
#[utoipa::path(
    post, path = "/roster-hand-ins/{id}/scan", tag = "rosters",
    params(
        ("id" = i64, Path, description = "the hand-in"),
        ("name" = String, Query, description = "name of the file"),
    ),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, description = "another department", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "another hand-in replaced it", body = ErrorBody),
        (status = 413, body = ErrorBody),
        (status = 422, description = "a file that is not taken", body = ErrorBody),
    )
)]
pub async fn file_scan(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: FileRequest,
) -> Result<Response, Problem> {
    who.need(Permission::KeepRoster)?;
    let (found, _) = looked_through(&request).await?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let id = department_document::file_scan(&write, &who, id, &request.name, found).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

//! `POST /matrix/versions/{number}/cancel`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::matrix_draft::CancelVersion;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::versions;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Calls a planned version off before its day.
#[utoipa::path(
    post, path = "/matrix/versions/{number}/cancel", tag = "matrix", request_body = CancelVersion,
    params(("number" = i64, Path, description = "its number")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "in force already, or cancelled", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn cancel_matrix_version(
    State(state): State<AppState>,
    who: SignedIn,
    Id(number): Id,
    request: WriteRequest<CancelVersion>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    versions::cancel(&write, &who, number, &request.body).await?;
    write.commit(StatusCode::OK, &()).await
}

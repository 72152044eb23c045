//! `DELETE /terms/{id}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::secrecy;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Retires an expression: it is no longer found.
#[utoipa::path(
    delete, path = "/terms/{id}", tag = "terms", params(("id" = i64, Path)),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn retire_term(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageTerms)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    secrecy::retire_term(&write, &who, id).await?;
    write.commit(StatusCode::OK, &()).await
}

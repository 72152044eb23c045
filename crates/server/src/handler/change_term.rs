//! `PUT /terms/{id}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::secrecy::{KeepTerm, TermView};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::secrecy;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Changes an expression to avoid.
#[utoipa::path(
    put, path = "/terms/{id}", tag = "terms", params(("id" = i64, Path)), request_body = KeepTerm,
    responses(
        (status = 200, body = TermView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn change_term(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<KeepTerm>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageTerms)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = secrecy::change_term(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &answer).await
}

//! `POST /terms`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::secrecy::{KeepTerm, TermView};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::secrecy;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Adds an expression to avoid; it is found from now on, in items under review too.
#[utoipa::path(
    post, path = "/terms", tag = "terms", request_body = KeepTerm,
    responses(
        (status = 201, body = TermView),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn add_term(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<KeepTerm>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageTerms)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = secrecy::add_term(&write, &who, &request.body).await?;
    write.commit(StatusCode::CREATED, &answer).await
}

//! `POST /attestations/{id}/decision`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::{AttestationView, DecideAttestation};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::evidence;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// The section head confirms or refuses the third attestation in a row. Once only.
#[utoipa::path(
    post, path = "/attestations/{id}/decision", tag = "evidence", params(("id" = i64, Path)),
    request_body = DecideAttestation,
    responses(
        (status = 200, body = AttestationView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not the section head of the department", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "nothing waits, or attested by the same person", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn decide_attestation(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<DecideAttestation>,
) -> Result<Response, Problem> {
    who.need(Permission::ReviewArticles)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = evidence::decide_attestation(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &answer).await
}

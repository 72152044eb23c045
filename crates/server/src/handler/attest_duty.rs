//! `POST /duties/{id}/attestations`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::{Attest, Attested};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::evidence;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 核对无变化: the column was looked at and nothing has to change. Counts once a year for columns
/// without a deadline of their own; the third in a row counts only when the section head has
/// confirmed it.
#[utoipa::path(
    post, path = "/duties/{id}/attestations", tag = "evidence", request_body = Attest,
    params(("id" = i64, Path, description = "the duty")),
    responses(
        (status = 201, body = Attested),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "only an update meets the deadline, or an earlier one still waits",
            body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn attest_duty(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Attest>,
) -> Result<Response, Problem> {
    who.need(Permission::WriteArticles)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let attested =
        evidence::attest(&write, &who.actor, &who.person.name, id, &request.body).await?;
    write.commit(StatusCode::CREATED, &attested).await
}

//! `POST /people/{id}/handover`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::handover::{HandOver, HandedOver};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::handover;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Hands posts over to a successor, and with them items, delegations and entries of rosters, in one
/// act.
#[utoipa::path(
    post, path = "/people/{id}/handover", tag = "people", request_body = HandOver,
    params(("id" = i64, Path, description = "the person")),
    responses(
        (status = 200, body = HandedOver),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not the security administrator", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "a post cannot be granted, or what was shown has changed",
            body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn hand_over(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<HandOver>,
) -> Result<Response, Problem> {
    who.need(Permission::GrantPosts)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = handover::hand_over(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &answer).await
}

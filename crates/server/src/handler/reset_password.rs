//! `POST /people/{id}/reset-password`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lanmu_api::error::ErrorBody;
use lanmu_api::person::IssuedPassword;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::people;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Gives somebody else a new password that must be changed at the next sign-in, unlocks the
/// account and ends its sessions. The password is shown this once: a retry with the same key gives
/// an empty one.
#[utoipa::path(
    post, path = "/people/{id}/reset-password", tag = "people",
    params(("id" = i64, Path, description = "the person")),
    responses(
        (status = 200, body = IssuedPassword),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn reset_password(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::ManagePeople)?;
    let issued = people::new_password().await?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    people::reset_password(&write, &who.actor, id, &issued).await?;
    write
        .commit(StatusCode::OK, &people::without_password(id))
        .await?;
    let answer = IssuedPassword {
        person_id: id,
        password: issued.plain,
    };
    Ok((StatusCode::OK, Json(answer)).into_response())
}

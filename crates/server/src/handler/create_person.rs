//! `POST /people`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lanmu_api::error::ErrorBody;
use lanmu_api::person::{CreatePerson, IssuedPassword};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::people;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Makes an account, without any post. The password is shown this once: a retry with the same key
/// gives the same person with an empty password.
#[utoipa::path(
    post, path = "/people", tag = "people", request_body = CreatePerson,
    responses(
        (status = 201, body = IssuedPassword),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 422, description = "among others: the login name is taken", body = ErrorBody),
    )
)]
pub async fn create_person(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<CreatePerson>,
) -> Result<Response, Problem> {
    who.need(Permission::ManagePeople)?;
    let draft = people::check_person(&request.body)?;
    let issued = people::new_password().await?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let person_id = people::create_person(&write, &who.actor, draft, &issued).await?;
    write
        .commit(StatusCode::CREATED, &people::without_password(person_id))
        .await?;
    let answer = IssuedPassword {
        person_id,
        password: issued.plain,
    };
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

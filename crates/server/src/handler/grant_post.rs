//! `POST /people/{id}/posts`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::Registered;
use lanmu_api::person::GrantPost;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::people;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Grants somebody else a post. It counts from the next request of that person on.
#[utoipa::path(
    post, path = "/people/{id}/posts", tag = "people", request_body = GrantPost,
    params(("id" = i64, Path, description = "the person")),
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not the security administrator, or oneself",
            body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "held already, or two administrators in one hand",
            body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn grant_post(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<GrantPost>,
) -> Result<Response, Problem> {
    who.need(Permission::GrantPosts)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let id = people::grant_post(&write, &who.actor, id, &request.body).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

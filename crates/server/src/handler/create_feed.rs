//! `POST /feeds`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lanmu_api::error::ErrorBody;
use lanmu_api::feed::{CreateFeed, CreatedFeed};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::feed::{self, Token};
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Makes a calendar feed. The path holds a secret and is told this once; a retry with the same key
/// gets it empty.
#[utoipa::path(
    post, path = "/feeds", tag = "feeds", request_body = CreateFeed,
    responses(
        (status = 201, body = CreatedFeed),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 409, description = "too many", body = ErrorBody),
    )
)]
pub async fn create_feed(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<CreateFeed>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewCalendar)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let token = Token::random();
    let id = feed::create(&write, &who, &request.body, &token).await?;
    let kept = CreatedFeed {
        id,
        path: String::new(),
    };
    write.commit(StatusCode::CREATED, &kept).await?;
    let answer = CreatedFeed {
        id,
        path: token.path(),
    };
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

//! `POST /articles/{id}/seen`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::review_card::MarkSeen;
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// This revision is on the person's card: the next one is compared with it.
#[utoipa::path(
    post, path = "/articles/{id}/seen", tag = "review", params(("id" = i64, Path)),
    request_body = MarkSeen,
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that reviews", body = ErrorBody),
        (status = 404, description = "no such article or revision", body = ErrorBody),
    )
)]
pub async fn mark_seen(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<MarkSeen>,
) -> Result<Response, Problem> {
    who.need(Permission::ReviewArticles)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    article::saw(&write, &who, id, &request.body.revision).await?;
    write.commit(StatusCode::OK, &()).await
}

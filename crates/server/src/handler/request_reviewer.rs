//! `POST /articles/{id}/request-reviewer`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_api::error::ErrorBody;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 缺审核人: asks the security administrators and the coordinators to name somebody for the stage
/// that the item waits at. Nothing else changes.
#[utoipa::path(
    post, path = "/articles/{id}/request-reviewer", tag = "articles", params(("id" = i64, Path)),
    request_body = ActOnVersion,
    responses(
        (status = 200, body = ArticleView),
        (status = 400, description = "version missing", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale, the stage has somebody, or asked within a day", body = ErrorBody),
    )
)]
pub async fn request_reviewer(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ActOnVersion>,
) -> Result<Response, Problem> {
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let view = article::request_reviewer(&write, &who, id, request.body).await?;
    write.commit(StatusCode::OK, &view).await
}

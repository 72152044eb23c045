//! `POST /articles`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::article::{ArticleView, CreateArticle};
use lanmu_api::error::ErrorBody;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 起草: begins a draft for a column that the department answers for.
#[utoipa::path(
    post, path = "/articles", tag = "articles", request_body = CreateArticle,
    responses(
        (status = 201, body = ArticleView),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an officer of the department", body = ErrorBody),
        (status = 413, body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn create_article(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<CreateArticle>,
) -> Result<Response, Problem> {
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    let view = article::create(&write, &who, &request.body).await?;
    write.commit(StatusCode::CREATED, &view).await
}

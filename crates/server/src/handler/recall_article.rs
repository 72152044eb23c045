//! `POST /articles/{id}/recall`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_api::error::ErrorBody;
use lanmu_domain::review::ActKind;

use super::act_on_article::act_on_article;
use super::extract::Id;
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 撤回: the submitter takes the item back before release.
#[utoipa::path(
    post, path = "/articles/{id}/recall", tag = "articles", params(("id" = i64, Path)),
    request_body = ActOnVersion,
    responses(
        (status = 200, body = ArticleView),
        (status = 400, description = "version missing", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale, or refused with every reason", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn recall_article(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ActOnVersion>,
) -> Result<Response, Problem> {
    let WriteRequest { body, idempotency } = request;
    act_on_article(
        &state,
        &who,
        &idempotency,
        (id, ActKind::Recall),
        async |write| article::recall(write, &who, id, body).await,
    )
    .await
}

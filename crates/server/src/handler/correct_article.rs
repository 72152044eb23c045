//! `POST /articles/{id}/correct`.

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

/// 更正: begins another item that corrects a public one; the answer is the new draft.
#[utoipa::path(
    post, path = "/articles/{id}/correct", tag = "articles", params(("id" = i64, Path)),
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
pub async fn correct_article(
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
        (id, ActKind::Correct),
        async |write| article::correct(write, &who, id, body.version).await,
    )
    .await
}

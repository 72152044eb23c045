//! `POST /articles/{id}/take-back-override`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::article::ArticleView;
use lanmu_api::error::ErrorBody;
use lanmu_api::secrecy::TakeBackOverride;
use lanmu_domain::review::ActKind;

use super::act_on_article::act_on_article;
use super::extract::Id;
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 收回说明: the finding is open again. Approvals stand.
#[utoipa::path(
    post, path = "/articles/{id}/take-back-override", tag = "articles", params(("id" = i64, Path)),
    request_body = TakeBackOverride,
    responses(
        (status = 200, body = ArticleView),
        (status = 400, description = "version missing", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "stale, or refused with every reason", body = ErrorBody),
        (status = 422, description = "no such finding, or no reason", body = ErrorBody),
    )
)]
pub async fn take_back_override(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<TakeBackOverride>,
) -> Result<Response, Problem> {
    let WriteRequest { body, idempotency } = request;
    act_on_article(
        &state,
        &who,
        &idempotency,
        (id, ActKind::TakeBackOverride),
        async |write| article::take_back_override(write, &who, id, &body).await,
    )
    .await
}

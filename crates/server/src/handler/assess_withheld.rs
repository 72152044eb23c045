//! `POST /articles/{id}/assessment`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::article::ArticleView;
use lanmu_api::error::ErrorBody;
use lanmu_api::withheld::AssessWithheld;
use lanmu_domain::review::ActKind;

use super::act_on_article::act_on_article;
use super::extract::Id;
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 评估审查: a leader looks again at what is withheld.
#[utoipa::path(
    post, path = "/articles/{id}/assessment", tag = "articles", params(("id" = i64, Path)),
    request_body = AssessWithheld,
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
pub async fn assess_withheld(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<AssessWithheld>,
) -> Result<Response, Problem> {
    let WriteRequest { body, idempotency } = request;
    act_on_article(
        &state,
        &who,
        &idempotency,
        (id, ActKind::AssessWithheld),
        async |write| article::assess_withheld(write, &who, id, &body).await,
    )
    .await
}

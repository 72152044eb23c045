//! `POST /articles/{id}/override-finding`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::article::ArticleView;
use lanmu_api::error::ErrorBody;
use lanmu_api::secrecy::OverrideFinding;
use lanmu_domain::review::ActKind;

use super::act_on_article::act_on_article;
use super::extract::Id;
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 说明保留: why a finding of the secrecy check stays. Approvals stand.
#[utoipa::path(
    post, path = "/articles/{id}/override-finding", tag = "articles", params(("id" = i64, Path)),
    request_body = OverrideFinding,
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
pub async fn override_finding(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<OverrideFinding>,
) -> Result<Response, Problem> {
    let WriteRequest { body, idempotency } = request;
    act_on_article(
        &state,
        &who,
        &idempotency,
        (id, ActKind::OverrideFinding),
        async |write| article::override_finding(write, &who, id, &body).await,
    )
    .await
}

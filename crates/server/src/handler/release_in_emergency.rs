//! `POST /articles/{id}/emergency-release`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::article::ArticleView;
use lanmu_api::emergency::ReleaseInEmergency;
use lanmu_api::error::ErrorBody;
use lanmu_domain::review::ActKind;

use super::act_on_article::act_on_article;
use super::extract::Id;
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 紧急发布: releases an item past the reviews that are still to come.
#[utoipa::path(
    post, path = "/articles/{id}/emergency-release", tag = "articles", params(("id" = i64, Path)),
    request_body = ReleaseInEmergency,
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
pub async fn release_in_emergency(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<ReleaseInEmergency>,
) -> Result<Response, Problem> {
    let WriteRequest { body, idempotency } = request;
    act_on_article(
        &state,
        &who,
        &idempotency,
        (id, ActKind::EmergencyRelease),
        async |write| article::release_in_emergency(write, &who, id, &body).await,
    )
    .await
}

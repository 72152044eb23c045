//! `POST /articles/{id}/presence`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::presence::{Present, PresentPerson};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// The editor is open, or left: who else writes at the item.
#[utoipa::path(
    post, path = "/articles/{id}/presence", tag = "articles", params(("id" = i64, Path)),
    request_body = Present,
    responses(
        (status = 200, body = Vec<PresentPerson>),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an officer of the department", body = ErrorBody),
        (status = 404, description = "no such article", body = ErrorBody),
    )
)]
pub async fn present_at_article(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Present>,
) -> Result<Response, Problem> {
    who.need(Permission::WriteArticles)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let others = article::present(&write, &who, id, request.body.leaving).await?;
    write.commit(StatusCode::OK, &others).await
}

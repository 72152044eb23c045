//! `PUT /working-copies/{slot}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::working_copy::{KeepWorkingCopy, KeptAt};
use lanmu_domain::permission::Permission;

use super::get_working_copy::Of;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::article;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 自动保存: keeps what the person has typed, in place of what was kept before.
#[utoipa::path(
    put, path = "/working-copies/{slot}", tag = "articles", params(("slot" = String, Path)),
    request_body = KeepWorkingCopy,
    responses(
        (status = 200, body = KeptAt),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not an officer of the department", body = ErrorBody),
        (status = 404, description = "no such article", body = ErrorBody),
        (status = 422, description = "too long", body = ErrorBody),
    )
)]
pub async fn keep_working_copy(
    State(state): State<AppState>,
    who: SignedIn,
    Of(slot): Of,
    request: WriteRequest<KeepWorkingCopy>,
) -> Result<Response, Problem> {
    who.need(Permission::WriteArticles)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let kept = article::keep_working_copy(&write, &who, slot, request.body).await?;
    write.commit(StatusCode::OK, &kept).await
}

//! `DELETE /feeds/{id}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::feed;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Revokes one of one's own calendar feeds: its address answers no more.
#[utoipa::path(
    delete, path = "/feeds/{id}", tag = "feeds",
    params(("id" = i64, Path, description = "the feed")),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, description = "of others", body = ErrorBody),
    )
)]
pub async fn revoke_feed(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewCalendar)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    feed::revoke(&write, &who, id).await?;
    write.commit(StatusCode::OK, &()).await
}

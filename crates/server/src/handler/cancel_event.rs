//! `POST /events/{id}/cancel`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::event::{CancelEvent, EventRow};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::event::cancel;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Cancels a trigger event: its obligations end, the list keeps it with reason and name.
#[utoipa::path(
    post, path = "/events/{id}/cancel", tag = "events", request_body = CancelEvent,
    params(("id" = i64, Path, description = "the event")),
    responses(
        (status = 200, body = EventRow),
        (status = 401, body = ErrorBody),
        (status = 403, description = "obliges others, or a publication names it", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "cancelled already", body = ErrorBody),
        (status = 422, description = "no reason", body = ErrorBody),
    )
)]
pub async fn cancel_event(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<CancelEvent>,
) -> Result<Response, Problem> {
    who.need(Permission::RegisterEvents)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let event = cancel(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &event).await
}

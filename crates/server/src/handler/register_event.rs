//! `POST /events`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::evidence::{RegisterEvent, Registered};
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::evidence;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Registers a trigger event: a document was issued, an activity took place, something changed.
/// From then on the departments that it obliges owe an update.
#[utoipa::path(
    post, path = "/events", tag = "events", request_body = RegisterEvent,
    responses(
        (status = 201, body = Registered),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department of others", body = ErrorBody),
        (status = 422, description = "also: the 文号 was registered before", body = ErrorBody),
    )
)]
pub async fn register_event(
    State(state): State<AppState>,
    who: SignedIn,
    request: WriteRequest<RegisterEvent>,
) -> Result<Response, Problem> {
    who.need(Permission::RegisterEvents)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let name = &who.person.name;
    let id = evidence::register_event(&write, &who.actor, name, &request.body).await?;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

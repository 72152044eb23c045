//! What every change of a coordinator has in common: the permission, one transaction, and the same
//! change looked at without being made.

use axum::Json;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::evidence::Registered;
use lanmu_api::preview::PreviewView;
use lanmu_domain::permission::Permission;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::keeping::{Kept, rehearse};
use crate::session::{Idempotency, SignedIn};
use crate::state::AppState;

/// Makes a change.
pub(super) async fn keep<F>(
    state: &AppState,
    who: &SignedIn,
    idempotency: &Idempotency,
    change: F,
) -> Result<Response, Problem>
where
    F: AsyncFnOnce(&WriteTx) -> Result<Kept, Problem>,
{
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(state, who, idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    let id = change(&write).await?.id;
    write.commit(StatusCode::CREATED, &Registered { id }).await
}

/// Shows what a change would move.
pub(super) async fn preview<F>(
    state: &AppState,
    who: &SignedIn,
    change: F,
) -> Result<Json<PreviewView>, Problem>
where
    F: AsyncFnOnce(&WriteTx) -> Result<Kept, Problem>,
{
    who.need(Permission::ManageMatrix)?;
    rehearse(state, who.person.site_id, change).await.map(Json)
}

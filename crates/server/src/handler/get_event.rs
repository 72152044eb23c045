//! `GET /events/{id}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::event::EventRow;

use super::extract::Id;
use crate::error::Problem;
use crate::service::event::event;
use crate::service::freshness::Scope;
use crate::session::SignedIn;
use crate::state::AppState;

/// A trigger event with its obligations, as far as the person may see them.
#[utoipa::path(
    get, path = "/events/{id}", tag = "events",
    params(("id" = i64, Path, description = "the event")),
    responses(
        (status = 200, body = EventRow),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no matrix", body = ErrorBody),
        (status = 404, description = "none, or one that obliges only others", body = ErrorBody),
    )
)]
pub async fn get_event(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<EventRow>, Problem> {
    let scope = Scope::of(&who.actor, None)?;
    let (db, site_id, today) = (state.db.conn(), who.person.site_id, state.clock.today());
    let found = event(db, site_id, today, (&who.actor, &scope), id).await?;
    found.map(Json).ok_or_else(Problem::not_found)
}

//! `GET /session`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::session::SessionView;

use crate::error::Problem;
use crate::session::{AnyPassword, session_view};
use crate::state::AppState;

/// Who is signed in.
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses((status = 200, body = SessionView), (status = 401, body = ErrorBody))
)]
pub async fn get_session(
    State(state): State<AppState>,
    AnyPassword(who): AnyPassword,
) -> Result<Json<SessionView>, Problem> {
    let idle_ends_at = state.clock.now() + state.settings.idle;
    Ok(Json(session_view(&who.person, who.posts, idle_ends_at)))
}

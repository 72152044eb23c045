//! `GET /session`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::session::SessionView;

use crate::error::Problem;
use crate::service::delegation::standing;
use crate::session::{AnyPassword, session_view};
use crate::state::AppState;

/// Who is signed in.
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses((status = 200, body = SessionView), (status = 401, body = ErrorBody))
)]
pub async fn get_session(
    State(state): State<AppState>,
    AnyPassword { who, idle_ends_at }: AnyPassword,
) -> Result<Json<SessionView>, Problem> {
    let now = state.clock.now().to_utc();
    let standing = standing(state.db.conn(), who.person.id, now).await?;
    Ok(Json(session_view(
        &who.person,
        who.posts,
        standing,
        idle_ends_at,
    )))
}

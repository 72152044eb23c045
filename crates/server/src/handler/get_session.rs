//! `GET /session`.

use axum::Json;
use lanmu_api::error::ErrorBody;
use lanmu_api::session::SessionView;

use crate::session::{AnyPassword, session_view};

/// Who is signed in.
#[utoipa::path(
    get, path = "/session", tag = "session",
    responses((status = 200, body = SessionView), (status = 401, body = ErrorBody))
)]
pub async fn get_session(AnyPassword { who, idle_ends_at }: AnyPassword) -> Json<SessionView> {
    Json(session_view(&who.person, who.posts, idle_ends_at))
}

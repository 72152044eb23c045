//! `DELETE /session`.

use axum::http::StatusCode;
use tower_sessions::Session;

use crate::error::Problem;
use crate::session::session_problem;

/// Signs out; also where nobody is signed in.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204)))]
pub async fn sign_out(session: Session) -> Result<StatusCode, Problem> {
    session.flush().await.map_err(session_problem)?;
    Ok(StatusCode::NO_CONTENT)
}

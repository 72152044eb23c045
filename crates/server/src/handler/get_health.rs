//! `GET /healthz`.

use axum::extract::State;

use crate::error::Problem;
use crate::state::AppState;

/// Whether the server and its database answer.
pub async fn get_health(State(state): State<AppState>) -> Result<&'static str, Problem> {
    state.db.ping().await?;
    Ok("ok\n")
}

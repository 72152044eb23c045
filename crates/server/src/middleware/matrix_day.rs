//! Before the first request of a day is answered, the version of the matrix of that day is in
//! force.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::service::versions::activate_on_a_new_day;
use crate::state::AppState;

/// Brings into force what is due. Where that fails the request goes on, and the next one asks
/// again: a fault in a planned version must not keep people out.
pub async fn begin(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let asks = path.starts_with("/api/") || path.starts_with("/feeds/");
    if asks && let Err(problem) = activate_on_a_new_day(&state).await {
        tracing::error!(?problem, "cannot bring a version of the matrix into force");
    }
    next.run(request).await
}

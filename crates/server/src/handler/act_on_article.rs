//! What every act on an article has in common on the way from HTTP to the service and back.

use axum::http::StatusCode;
use axum::response::Response;
use lanmu_domain::review::ActKind;
use serde::Serialize;

use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::article::record_refusal;
use crate::session::{Idempotency, SignedIn};
use crate::state::AppState;

/// Runs an act in one transaction. A retry gets the first answer; a refusal leaves nothing behind
/// but, where it matters, its line in the ledger.
pub(super) async fn act_on_article<T, F>(
    state: &AppState,
    who: &SignedIn,
    idempotency: &Idempotency,
    on: (i64, ActKind),
    act: F,
) -> Result<Response, Problem>
where
    T: Serialize,
    F: AsyncFnOnce(&WriteTx) -> Result<T, Problem>,
{
    let write = match WriteTx::begin(state, who, idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(answer) => return Ok(answer),
    };
    match act(&write).await {
        Ok(answer) => write.commit(StatusCode::OK, &answer).await,
        Err(problem) => {
            // The refused act's own transaction must be over before another begins.
            drop(write);
            record_refusal(state, who, on.0, on.1, &problem).await?;
            Err(problem)
        }
    }
}

//! `DELETE /link-domains/{id}`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::secrecy;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// Links to the domain are found again.
#[utoipa::path(
    delete, path = "/link-domains/{id}", tag = "terms", params(("id" = i64, Path)),
    responses(
        (status = 200),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn retire_link_domain(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<Option<serde_json::Value>>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageTerms)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    secrecy::retire_domain(&write, &who, id).await?;
    write.commit(StatusCode::OK, &()).await
}

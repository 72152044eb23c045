//! `POST /publications/{id}/verdict`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::publication::{GiveVerdict, PublicationRow};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::publication::judge;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 认定: the coordinator finds out whether a doubtful publication is right. Accepted, it counts from
/// now on; rejected, it never does. Once only.
#[utoipa::path(
    post, path = "/publications/{id}/verdict", tag = "evidence", params(("id" = i64, Path)),
    request_body = GiveVerdict,
    responses(
        (status = 200, body = PublicationRow),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not the coordinator", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "not doubtful, judged already, withdrawn, or recorded by the same person", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn judge_publication(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<GiveVerdict>,
) -> Result<Response, Problem> {
    who.need(Permission::ManageMatrix)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = judge(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &answer).await
}

//! `POST /publications/{id}/correction`.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::publication::{CorrectPublication, PublicationRow};
use lanmu_domain::permission::Permission;

use super::extract::Id;
use crate::db::{Begun, WriteTx};
use crate::error::Problem;
use crate::service::publication::correct;
use crate::session::{SignedIn, WriteRequest};
use crate::state::AppState;

/// 更正: another time for a doubtful publication of the own department, while nothing is decided. The
/// doubts are found anew; the former time stays in the ledger.
#[utoipa::path(
    post, path = "/publications/{id}/correction", tag = "evidence", params(("id" = i64, Path)),
    request_body = CorrectPublication,
    responses(
        (status = 200, body = PublicationRow),
        (status = 401, body = ErrorBody),
        (status = 403, description = "a department for which the person does not write", body = ErrorBody),
        (status = 404, body = ErrorBody),
        (status = 409, description = "not doubtful, judged already, or withdrawn", body = ErrorBody),
        (status = 422, body = ErrorBody),
    )
)]
pub async fn correct_publication(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    request: WriteRequest<CorrectPublication>,
) -> Result<Response, Problem> {
    who.need(Permission::WriteArticles)?;
    let write = match WriteTx::begin(&state, &who, &request.idempotency).await? {
        Begun::Fresh(write) => write,
        Begun::Replayed(response) => return Ok(response),
    };
    let answer = correct(&write, &who, id, &request.body).await?;
    write.commit(StatusCode::OK, &answer).await
}

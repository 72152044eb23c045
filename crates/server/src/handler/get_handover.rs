//! `GET /people/{id}/handover`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::handover::HandoverView;

use crate::error::Problem;
use crate::handler::extract::Id;
use crate::service::handover;
use crate::session::SignedIn;
use crate::state::AppState;

/// 工作交接: what somebody holds, and who could take it over.
#[utoipa::path(
    get, path = "/people/{id}/handover", tag = "people",
    params(("id" = i64, Path, description = "the person")),
    responses(
        (status = 200, body = HandoverView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not the security administrator", body = ErrorBody),
        (status = 404, body = ErrorBody),
    )
)]
pub async fn get_handover(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<HandoverView>, Problem> {
    let view = handover::view(state.db.conn(), &who, id, state.clock.now()).await?;
    Ok(Json(view))
}

//! `GET /delegations/choices`.

use axum::Json;
use axum::extract::State;
use lanmu_api::delegation::DelegationPerson;
use lanmu_api::error::ErrorBody;

use crate::error::Problem;
use crate::service::delegation;
use crate::session::SignedIn;
use crate::state::AppState;

/// Whose posts the person may pass on, and who could stand in.
#[utoipa::path(
    get, path = "/delegations/choices", tag = "delegations",
    responses(
        (status = 200, body = Vec<DelegationPerson>),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn list_delegation_choices(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<DelegationPerson>>, Problem> {
    Ok(Json(delegation::choices(state.db.conn(), &who).await?))
}

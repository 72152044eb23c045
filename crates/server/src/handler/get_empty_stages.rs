//! `GET /departments/{id}/empty-stages`.

use axum::Json;
use axum::extract::State;
use lanmu_api::delegation::EmptyStagesView;
use lanmu_api::error::ErrorBody;
use lanmu_domain::role::Role;

use super::extract::Id;
use crate::error::Problem;
use crate::service::empty_stage;
use crate::session::SignedIn;
use crate::state::AppState;

/// 缺审核人: which stages nobody in the department could sign now for an item that the person writes
/// and submits. Submitting is allowed all the same: the item waits.
#[utoipa::path(
    get, path = "/departments/{id}/empty-stages", tag = "review",
    params(("id" = i64, Path, description = "the department")),
    responses(
        (status = 200, body = EmptyStagesView),
        (status = 401, body = ErrorBody),
        (status = 404, description = "not an officer of the department", body = ErrorBody),
    )
)]
pub async fn get_empty_stages(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<EmptyStagesView>, Problem> {
    who.actor
        .post_in(Role::Officer, id)
        .ok_or_else(Problem::not_found)?;
    let (db, now) = (state.db.conn(), state.clock.now().to_utc());
    let person = &who.person;
    let stages = empty_stage::for_author(db, person.site_id, id, person.id, now).await?;
    Ok(Json(EmptyStagesView { stages }))
}

//! `GET /backups`.

use axum::Json;
use axum::extract::State;
use lanmu_api::backup::BackupsView;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::session::SignedIn;
use crate::state::AppState;

/// 数据备份: what lies in the folder, the newest first, the one that is being made, and why the last
/// one was not.
#[utoipa::path(
    get, path = "/backups", tag = "backups",
    responses(
        (status = 200, body = BackupsView),
        (status = 401, body = ErrorBody),
        (status = 403, description = "not a system administrator", body = ErrorBody),
        (status = 503, description = "the folder cannot be read", body = ErrorBody),
    )
)]
pub async fn list_backups(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<BackupsView>, Problem> {
    who.need(Permission::BackUp)?;
    state.backups.view().map(Json)
}

//! `GET /figures`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::figure::FigureView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::keeping;
use crate::session::SignedIn;
use crate::state::AppState;

/// Every figure by which deadlines are judged: what holds, what is planned, what held before.
#[utoipa::path(
    get, path = "/figures", tag = "figures",
    responses(
        (status = 200, body = Vec<FigureView>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_figures(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<FigureView>>, Problem> {
    who.need(Permission::ManageMatrix)?;
    let (db, today) = (state.db.conn(), state.clock.today());
    Ok(Json(
        keeping::list_figures(db, who.person.site_id, today).await?,
    ))
}

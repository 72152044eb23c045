//! `GET /feeds`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::feed::FeedView;
use lanmu_domain::permission::Permission;

use crate::error::Problem;
use crate::service::feed;
use crate::session::SignedIn;
use crate::state::AppState;

/// One's own calendar feeds, without their addresses: these were shown once.
#[utoipa::path(
    get, path = "/feeds", tag = "feeds",
    responses(
        (status = 200, body = Vec<FeedView>),
        (status = 401, body = ErrorBody),
        (status = 403, body = ErrorBody),
    )
)]
pub async fn list_feeds(
    State(state): State<AppState>,
    who: SignedIn,
) -> Result<Json<Vec<FeedView>>, Problem> {
    who.need(Permission::ViewCalendar)?;
    Ok(Json(feed::list(state.db.conn(), &who).await?))
}

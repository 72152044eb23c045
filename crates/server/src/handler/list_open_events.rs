//! `GET /articles/{id}/open-events`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::event::OpenEvent;

use super::extract::Id;
use crate::error::Problem;
use crate::service::article::load;
use crate::service::event::open_events;
use crate::session::SignedIn;
use crate::state::AppState;

/// The trigger events that wait for an update by the article's department in its column: those
/// that its publication could discharge by naming them.
#[utoipa::path(
    get, path = "/articles/{id}/open-events", tag = "articles", params(("id" = i64, Path)),
    responses(
        (status = 200, body = Vec<OpenEvent>),
        (status = 401, body = ErrorBody),
        (status = 404, description = "none, or of a department of others", body = ErrorBody),
    )
)]
pub async fn list_open_events(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<Vec<OpenEvent>>, Problem> {
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let article = load(db, site_id, id)
        .await?
        .map(|loaded| loaded.article)
        .filter(|article| who.sees(article.department_id))
        .ok_or_else(Problem::not_found)?;
    let (department, column) = (article.department_id, article.column_id);
    Ok(Json(
        open_events(db, site_id, state.clock.today(), department, column).await?,
    ))
}

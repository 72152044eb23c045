//! `GET /articles/{id}`.

use axum::Json;
use axum::extract::State;
use lanmu_api::article::ArticleView;
use lanmu_api::error::ErrorBody;

use super::extract::Id;
use crate::error::Problem;
use crate::service::article::{load, view_now};
use crate::session::SignedIn;
use crate::state::AppState;

/// The review card and the editor: content, approvals that stand, every opinion ever given.
#[utoipa::path(
    get, path = "/articles/{id}", tag = "articles", params(("id" = i64, Path)),
    responses(
        (status = 200, body = ArticleView),
        (status = 401, body = ErrorBody),
        (status = 404, description = "none, or of a department of others", body = ErrorBody),
    )
)]
pub async fn get_article(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<ArticleView>, Problem> {
    let db = state.db.conn();
    let loaded = load(db, who.person.site_id, id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let now = state.clock.now().to_utc();
    Ok(Json(view_now(db, loaded, now).await?))
}

//! `GET /articles/{id}/review-card`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::review_card::ReviewCardView;

use super::extract::Id;
use crate::error::Problem;
use crate::service::article::{load, review_card};
use crate::session::SignedIn;
use crate::state::AppState;

/// The review card beside the article: deadline, place in the inbox, what it can be compared with.
#[utoipa::path(
    get, path = "/articles/{id}/review-card", tag = "review", params(("id" = i64, Path)),
    responses(
        (status = 200, body = ReviewCardView),
        (status = 401, body = ErrorBody),
        (status = 404, description = "none, or of a department of others", body = ErrorBody),
    )
)]
pub async fn get_review_card(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
) -> Result<Json<ReviewCardView>, Problem> {
    let db = state.db.conn();
    let loaded = load(db, who.person.site_id, id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let today = state.clock.today();
    Ok(Json(review_card(db, &who, &loaded, today).await?))
}

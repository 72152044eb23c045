//! `GET /articles/{id}/comparison`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::review_card::{Against, Comparison};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::{Asked, Id};
use crate::error::Problem;
use crate::service::article::{comparison, load};
use crate::session::SignedIn;
use crate::state::AppState;

/// The query.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ComparisonQuery {
    /// What to compare with: `seen`, `live` or `submitted`.
    #[param(inline)]
    against: Against,
}

/// The content that the current one is compared with; what changed is computed in the browser.
#[utoipa::path(
    get, path = "/articles/{id}/comparison", tag = "review",
    params(("id" = i64, Path), ComparisonQuery),
    responses(
        (status = 200, body = Comparison),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 404, description = "none, or of a department of others", body = ErrorBody),
    )
)]
pub async fn get_comparison(
    State(state): State<AppState>,
    who: SignedIn,
    Id(id): Id,
    Asked(query): Asked<ComparisonQuery>,
) -> Result<Json<Comparison>, Problem> {
    let db = state.db.conn();
    let loaded = load(db, who.person.site_id, id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let person_id = who.person.id;
    Ok(Json(
        comparison(db, &loaded, person_id, query.against).await?,
    ))
}

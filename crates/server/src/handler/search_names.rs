//! `GET /search`.

use axum::Json;
use axum::extract::State;
use lanmu_api::error::ErrorBody;
use lanmu_api::search::{QUERY_MAX, SearchView};
use serde::Deserialize;
use utoipa::IntoParams;

use super::extract::Asked;
use crate::error::Problem;
use crate::service::search::{Words, search};
use crate::session::SignedIn;
use crate::state::AppState;

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// Words or initials, all of which must fit; 50 characters at most.
    q: String,
}

/// 搜索: duties by their columns, departments and items by name or by the initials of the name, of
/// what the person may see; a few of each kind.
#[utoipa::path(
    get, path = "/search", tag = "site", params(SearchQuery),
    responses(
        (status = 200, body = SearchView),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 422, description = "too long", body = ErrorBody),
    )
)]
pub async fn search_names(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<SearchQuery>,
) -> Result<Json<SearchView>, Problem> {
    if query.q.chars().count() > QUERY_MAX {
        let message = format!("搜索内容最多 {QUERY_MAX} 个字。");
        return Err(Problem::invalid_field("q", message));
    }
    let words = Words::new(&query.q);
    let today = state.clock.today();
    Ok(Json(search(state.db.conn(), &who, &words, today).await?))
}

//! `GET /articles/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use sea_orm::{QueryOrder, QuerySelect};

use super::export_punctuality::FormatQuery;
use super::extract::Asked;
use super::list_articles::{ArticlesQuery, matching};
use crate::entity::article::Column;
use crate::error::Problem;
use crate::export::{MOST_ROWS, answer};
use crate::service::article::{rows, table};
use crate::session::SignedIn;
use crate::state::AppState;

/// The articles that the filters of the list leave, as a file.
#[utoipa::path(
    get, path = "/articles/export", tag = "articles", params(ArticlesQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
    )
)]
pub async fn export_articles(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<ArticlesQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    let db = state.db.conn();
    let mut found = matching(&who, &query)
        .order_by_desc(Column::Id)
        .limit(MOST_ROWS + 1)
        .all(db)
        .await?;
    let most = usize::try_from(MOST_ROWS).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let items = rows(db, &found).await?;
    answer(table(&items, more, state.clock.today()), format).await
}

//! `GET /publications/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;
use sea_orm::{QueryOrder, QuerySelect};

use super::export_punctuality::FormatQuery;
use super::extract::Asked;
use super::list_publications::{PublicationsQuery, matching};
use crate::entity::publication;
use crate::error::Problem;
use crate::export::{MOST_ROWS, answer};
use crate::service::publication::{rows, table};
use crate::session::SignedIn;
use crate::state::AppState;

/// The publications that the filters of the list leave, as a file.
#[utoipa::path(
    get, path = "/publications/export", tag = "evidence", params(PublicationsQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that sees publications", body = ErrorBody),
    )
)]
pub async fn export_publications(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<PublicationsQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewOwnMatrix)?;
    let db = state.db.conn();
    let mut found = matching(&who, &query)
        .order_by_desc(publication::Column::Id)
        .limit(MOST_ROWS + 1)
        .all(db)
        .await?;
    let most = usize::try_from(MOST_ROWS).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let items = rows(db, &found).await?;
    let table = table(&items, query.doubt, more, state.clock.today());
    answer(table, format).await
}

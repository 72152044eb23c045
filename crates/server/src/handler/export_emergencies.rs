//! `GET /emergencies/export`.

use axum::extract::State;
use axum::response::Response;
use chrono::Days;
use lanmu_api::error::ErrorBody;
use lanmu_domain::permission::Permission;
use sea_orm::{QueryOrder, QuerySelect};

use super::export_punctuality::FormatQuery;
use super::extract::Asked;
use super::list_emergencies::EmergenciesQuery;
use crate::entity::emergency_release::Column;
use crate::error::Problem;
use crate::export::{MOST_ROWS, answer};
use crate::service::emergency::{matching, rows, share, table};
use crate::session::SignedIn;
use crate::state::AppState;

/// Days of the figure where no period is asked for.
const YEAR: u64 = 365;

/// The emergency releases that the filters of the list leave, as a file with the figure.
#[utoipa::path(
    get, path = "/emergencies/export", tag = "emergencies", params(EmergenciesQuery, FormatQuery),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no post that sees items", body = ErrorBody),
    )
)]
pub async fn export_emergencies(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<EmergenciesQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    who.need(Permission::ViewOwnMatrix)?;
    let db = state.db.conn();
    let (now, today) = (state.clock.now(), state.clock.today());
    let mut found = matching(&who, query.filter(), now)
        .order_by_desc(Column::Id)
        .limit(MOST_ROWS + 1)
        .all(db)
        .await?;
    let most = usize::try_from(MOST_ROWS).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let items = rows(db, &found, now).await?;
    let to = query.to.unwrap_or(today);
    let from = query.from.or(to.checked_sub_days(Days::new(YEAR)));
    let figure = share(db, &who, (from.unwrap_or(to), to)).await?;
    answer(table(&items, &figure, more, today), format).await
}

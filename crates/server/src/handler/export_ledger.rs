//! `GET /ledger/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::ledger::LedgerQuery;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Stage;
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};

use super::export_punctuality::FormatQuery;
use super::extract::Asked;
use super::list_ledger::departments_seen;
use crate::entity::{ledger_head, ledger_line};
use crate::error::Problem;
use crate::export::answer;
use crate::ledger::{Extract, line_of, matching, table};
use crate::session::SignedIn;
use crate::state::AppState;

/// How many lines a file holds at most: a month of a county has some thousands.
const MOST_LINES: u64 = 20_000;

/// The lines that the filters leave as a file, newest first, with the hash of each and the last
/// hash of the chain, so that a filed copy can be held against the ledger later.
#[utoipa::path(
    get, path = "/ledger/export", tag = "ledger",
    params(
        ("act" = Option<LedgerAct>, Query, description = "only this act"),
        ("stage" = Option<Stage>, Query, description = "only acts at this stage of the review"),
        ("department_id" = Option<i64>, Query, description = "only this department"),
        ("article_id" = Option<i64>, Query, description = "only this article"),
        ("from" = Option<NaiveDate>, Query, description = "from this day on"),
        ("to" = Option<NaiveDate>, Query, description = "up to this day, inclusive"),
        ("q" = Option<String>, Query, description = "words in subject, name, column or note"),
        FormatQuery,
    ),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no ledger, or a department of others", body = ErrorBody),
    )
)]
pub async fn export_ledger(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<LedgerQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    let seen = departments_seen(&who, query.department_id)?;
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    // The head first: what is written meanwhile is newer than it says, never missing.
    let head = ledger_head::Entity::find_by_id(site_id).one(db).await?;
    let mut rows = matching(site_id, &query, seen.as_deref())
        .order_by_desc(ledger_line::Column::Sequence)
        .limit(MOST_LINES + 1)
        .all(db)
        .await?;
    let most = usize::try_from(MOST_LINES).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let lines = rows
        .into_iter()
        .map(|row| {
            let hash = row.hash.clone();
            Ok((line_of(row)?, hash))
        })
        .collect::<Result<_, Problem>>()?;
    let extract = Extract {
        lines,
        more,
        head: head.map(|head| (head.sequence, head.hash)),
        on: state.clock.today(),
    };
    answer(table(&extract), format).await
}

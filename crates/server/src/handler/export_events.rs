//! `GET /events/export`.

use axum::extract::State;
use axum::response::Response;
use lanmu_api::error::ErrorBody;
use lanmu_api::event::EventQuery;
use lanmu_domain::freshness::EventState;
use lanmu_domain::rule::Trigger;

use super::export_punctuality::FormatQuery;
use super::extract::Asked;
use crate::db::like_pattern;
use crate::error::Problem;
use crate::export::{MOST_ROWS, answer};
use crate::service::event::{Sought, list, table};
use crate::service::freshness::Scope;
use crate::session::SignedIn;
use crate::state::AppState;

/// The trigger events that the filters of the list leave, as a file with a row for each obligation.
#[utoipa::path(
    get, path = "/events/export", tag = "events",
    params(
        ("department_id" = Option<i64>, Query, description = "only what obliges this department"),
        ("trigger" = Option<Trigger>, Query, description = "only this kind"),
        ("state" = Option<EventState>, Query, description = "only those that stand here"),
        ("q" = Option<String>, Query, description = "words in title or 文号"),
        ("from" = Option<NaiveDate>, Query, description = "happened on this day or later"),
        ("to" = Option<NaiveDate>, Query, description = "happened on this day or earlier"),
        FormatQuery,
    ),
    responses(
        (status = 200, description = "the file", content_type = "application/octet-stream"),
        (status = 400, description = "no such format", body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no matrix, or a department of others", body = ErrorBody),
    )
)]
pub async fn export_events(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<EventQuery>,
    Asked(FormatQuery { format }): Asked<FormatQuery>,
) -> Result<Response, Problem> {
    let scope = Scope::of(&who.actor, query.department_id)?;
    let sought = Sought {
        pattern: like_pattern(query.q.as_deref()),
        after: None,
        limit: MOST_ROWS,
        query: &query,
    };
    let (db, site_id, today) = (state.db.conn(), who.person.site_id, state.clock.today());
    let page = list(db, site_id, today, (&who.actor, &scope), sought).await?;
    answer(table(&page, today), format).await
}

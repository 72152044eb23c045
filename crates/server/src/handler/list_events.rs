//! `GET /events`.

use axum::Json;
use axum::extract::State;
use chrono::NaiveDate;
use lanmu_api::error::ErrorBody;
use lanmu_api::event::{EventQuery, EventRow};
use lanmu_api::page::Page;
use lanmu_domain::freshness::EventState;
use lanmu_domain::rule::Trigger;

use super::extract::{Asked, limit, malformed};
use crate::db::like_pattern;
use crate::error::Problem;
use crate::service::event::{Sought, list};
use crate::service::freshness::Scope;
use crate::session::SignedIn;
use crate::state::AppState;

/// The trigger events, the latest first, each with its obligations: those of the whole county for
/// the coordinator, those of the own departments for others.
#[utoipa::path(
    get, path = "/events", tag = "events",
    params(
        ("department_id" = Option<i64>, Query, description = "only what obliges this department"),
        ("trigger" = Option<Trigger>, Query, description = "only this kind"),
        ("state" = Option<EventState>, Query, description = "only those that stand here"),
        ("q" = Option<String>, Query, description = "words in title or 文号"),
        ("from" = Option<NaiveDate>, Query, description = "happened on this day or later"),
        ("to" = Option<NaiveDate>, Query, description = "happened on this day or earlier"),
        ("after" = Option<String>, Query, description = "`meta.next` of the page before"),
        ("limit" = Option<u64>, Query, description = "how many, 100 at most"),
    ),
    responses(
        (status = 200, body = Page<EventRow>),
        (status = 400, body = ErrorBody),
        (status = 401, body = ErrorBody),
        (status = 403, description = "no matrix, or a department of others", body = ErrorBody),
    )
)]
pub async fn list_events(
    State(state): State<AppState>,
    who: SignedIn,
    Asked(query): Asked<EventQuery>,
) -> Result<Json<Page<EventRow>>, Problem> {
    let scope = Scope::of(&who.actor, query.department_id)?;
    let sought = Sought {
        pattern: like_pattern(query.q.as_deref()),
        after: query.after.as_deref().map(place).transpose()?,
        limit: limit(query.limit)?,
        query: &query,
    };
    let (db, site_id, today) = (state.db.conn(), who.person.site_id, state.clock.today());
    let page = list(db, site_id, today, (&who.actor, &scope), sought).await?;
    Ok(Json(page))
}

/// Day and id from `meta.next` of the page before.
fn place(after: &str) -> Result<(NaiveDate, i64), Problem> {
    after
        .split_once('.')
        .and_then(|(day, id)| Some((day.parse().ok()?, id.parse().ok()?)))
        .ok_or_else(malformed)
}

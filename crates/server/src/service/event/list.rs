//! The list, and one event of it.

use chrono::NaiveDate;
use lanmu_api::event::{EventQuery, EventRow};
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::freshness::EventState;
use lanmu_domain::role::Actor;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::facts::EventFacts;
use super::select::{asked, seen};
use super::view::Viewer;
use crate::entity::trigger_event;
use crate::service::freshness::Scope;

/// What is looked for, and from where on.
#[derive(Clone, Debug)]
pub struct Sought<'a> {
    /// The filters.
    pub query: &'a EventQuery,
    /// The words, made for LIKE.
    pub pattern: Option<String>,
    /// The last event of the page before: its day and id.
    pub after: Option<(NaiveDate, i64)>,
    /// How many.
    pub limit: u64,
}

/// A page of events as somebody sees them, the latest first.
///
/// Where an event stands follows from its obligations and is stored nowhere: who asks for a state
/// has all matching events judged.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    (actor, scope): (&Actor, &Scope),
    sought: Sought<'_>,
) -> Result<Page<EventRow>, DbErr> {
    let viewer = Viewer {
        actor,
        seen: scope.departments(),
    };
    let limit = usize::try_from(sought.limit).unwrap_or(usize::MAX);
    let mut select = asked(seen(site_id, scope, today), sought.query, sought.pattern);
    let derived = match sought.query.state {
        Some(EventState::Cancelled) => {
            select = select.filter(trigger_event::Column::CancelledAt.is_not_null());
            None
        }
        Some(state) => {
            select = select.filter(trigger_event::Column::CancelledAt.is_null());
            Some(state)
        }
        None => None,
    };
    let (facts, total, more) = match derived {
        None => {
            let total = select.clone().count(db).await?;
            let page = latest_first(select)
                .filter(older(sought.after))
                .limit(sought.limit + 1);
            let mut rows = page.all(db).await?;
            let more = rows.len() > limit;
            rows.truncate(limit);
            (
                EventFacts::gather(db, site_id, today, rows).await?,
                total,
                more,
            )
        }
        Some(state) => {
            let rows = latest_first(select).all(db).await?;
            let mut facts = EventFacts::gather(db, site_id, today, rows).await?;
            let mut found = std::mem::take(&mut facts.events);
            found.retain(|event| facts.state(event, viewer) == state);
            let total = found.len() as u64;
            if let Some(after) = sought.after {
                found.retain(|event| (event.row.occurred_on, event.row.id) < after);
            }
            let more = found.len() > limit;
            found.truncate(limit);
            facts.events = found;
            (facts, total, more)
        }
    };
    let last = facts.events.last().filter(|_| more);
    Ok(Page {
        meta: PageMeta {
            total,
            next: last.map(|event| format!("{}.{}", event.row.occurred_on, event.row.id)),
            ..Default::default()
        },
        items: facts
            .events
            .iter()
            .map(|event| facts.row(event, viewer))
            .collect::<Result<_, _>>()?,
    })
}

/// One event as somebody sees it; `None` if there is none that they see.
///
/// # Errors
/// As [`list`].
pub async fn event<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    (actor, scope): (&Actor, &Scope),
    id: i64,
) -> Result<Option<EventRow>, DbErr> {
    let facts = one(db, site_id, today, scope, id).await?;
    let viewer = Viewer {
        actor,
        seen: scope.departments(),
    };
    facts
        .events
        .first()
        .map(|event| facts.row(event, viewer))
        .transpose()
}

/// The facts of one event, or of none where it is not seen.
pub(super) async fn one<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    scope: &Scope,
    id: i64,
) -> Result<EventFacts, DbErr> {
    let rows = seen(site_id, scope, today)
        .filter(trigger_event::Column::Id.eq(id))
        .all(db)
        .await?;
    EventFacts::gather(db, site_id, today, rows).await
}

fn latest_first(select: Select<trigger_event::Entity>) -> Select<trigger_event::Entity> {
    select
        .order_by_desc(trigger_event::Column::OccurredOn)
        .order_by_desc(trigger_event::Column::Id)
}

fn older(after: Option<(NaiveDate, i64)>) -> Condition {
    use trigger_event::Column as E;
    Condition::all().add_option(after.map(|(day, id)| {
        let same_day = Condition::all()
            .add(E::OccurredOn.eq(day))
            .add(E::Id.lt(id));
        Condition::any().add(E::OccurredOn.lt(day)).add(same_day)
    }))
}

//! The facts that duties are judged by: publications, events, attestations.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use lanmu_domain::freshness::{Attestation, Publication, TriggerEvent};
use lanmu_domain::rule::{AppliedRule, Rule};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use super::known;
use super::{AsOf, DutyFilter, LoadedDuty};
use crate::clock::{local, shanghai};
use crate::entity::key::from_key;
use crate::entity::{
    attestation, event_department, event_duty, publication, publication_event, trigger_event,
};

/// The facts of all duties that were asked for.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// By column, oldest first.
    pub publications: HashMap<i64, Vec<Publication>>,
    /// By duty.
    pub events: HashMap<i64, Vec<TriggerEvent>>,
    /// By duty.
    pub attestations: HashMap<i64, Vec<Attestation>>,
}

/// Gathers the facts, each kind in one query.
///
/// Of publications only those that can matter are read: all since the beginning of last year, and
/// of the older ones the last of each department in each column, those that answered an event, and
/// all in columns where the age of the oldest item counts.
pub(super) async fn gather<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    filter: &DutyFilter,
    duties: &[LoadedDuty],
) -> Result<Evidence, DbErr> {
    if duties.is_empty() {
        return Ok(Evidence::default());
    }
    let duty_ids = match filter {
        DutyFilter::All => None,
        _ => Some(duties.iter().map(|duty| duty.id).collect::<Vec<_>>()),
    };
    let discharges = discharges(db, site_id, as_of).await?;
    Ok(Evidence {
        publications: publications(db, site_id, as_of, filter, duties, discharges).await?,
        events: events(db, site_id, as_of, duty_ids.as_deref()).await?,
        attestations: attestations(db, site_id, as_of, duty_ids.as_deref()).await?,
    })
}

/// The first moment of last year: what is younger can matter to any rule.
fn horizon(today: NaiveDate) -> DateTime<Utc> {
    let first = NaiveDate::from_ymd_opt(today.year() - 1, 1, 1).unwrap_or(NaiveDate::MIN);
    let midnight = first.and_time(NaiveTime::MIN);
    let local = midnight.and_local_timezone(shanghai()).single();
    local.unwrap_or_default().to_utc()
}

/// The events that each publication names.
async fn discharges<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
) -> Result<HashMap<i64, Vec<i64>>, DbErr> {
    let of_site = trigger_event::Entity::find()
        .select_only()
        .column(trigger_event::Column::Id)
        .filter(known::events(site_id, as_of))
        .into_query();
    let rows = publication_event::Entity::find()
        .filter(publication_event::Column::EventId.in_subquery(of_site))
        .all(db)
        .await?;
    let mut discharges: HashMap<i64, Vec<i64>> = HashMap::new();
    for row in rows {
        discharges
            .entry(row.publication_id)
            .or_default()
            .push(row.event_id);
    }
    Ok(discharges)
}

async fn publications<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    filter: &DutyFilter,
    duties: &[LoadedDuty],
    mut discharges: HashMap<i64, Vec<i64>>,
) -> Result<HashMap<i64, Vec<Publication>>, DbErr> {
    let mut query = publication::Entity::find()
        .select_only()
        .column(publication::Column::Id)
        .column(publication::Column::ColumnId)
        .column(publication::Column::DepartmentId)
        .column(publication::Column::PublishedAt)
        .filter(known::publications(site_id, as_of, own))
        .filter(can_matter(site_id, as_of, duties));
    if *filter != DutyFilter::All {
        let columns: HashSet<i64> = duties.iter().map(|duty| duty.column_id).collect();
        query = query.filter(publication::Column::ColumnId.is_in(columns));
    }
    let rows: Vec<(i64, i64, i64, DateTime<Utc>)> = query
        .order_by_asc(publication::Column::PublishedAt)
        .order_by_asc(publication::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut by_column: HashMap<i64, Vec<Publication>> = HashMap::new();
    for (id, column_id, department_id, at) in rows {
        by_column.entry(column_id).or_default().push(Publication {
            id,
            department_id,
            published_at: local(at),
            event_ids: discharges.remove(&id).unwrap_or_default(),
        });
    }
    Ok(by_column)
}

fn own(column: publication::Column) -> Expr {
    Expr::col((publication::Entity, column))
}

fn later(column: publication::Column) -> Expr {
    Expr::col((Alias::new(LATER), column))
}

const LATER: &str = "later";

/// Younger than the horizon, or the last of its department in its column before it, or answering
/// an event, or in a column where the oldest counts.
fn can_matter(site_id: i64, as_of: AsOf, duties: &[LoadedDuty]) -> Condition {
    let ages = |rule: &AppliedRule| matches!(rule.rule, Rule::MaximumAge { .. });
    let aged: HashSet<i64> = duties
        .iter()
        .filter(|duty| {
            let before = duty.rule_history.iter().flat_map(|(_, rules)| rules);
            duty.rules.iter().chain(before).any(ages)
        })
        .map(|duty| duty.column_id)
        .collect();
    let horizon = horizon(as_of.since);
    let newer = Query::select()
        .expr(Expr::val(1))
        .from_as(publication::Entity, Alias::new(LATER))
        .cond_where(known::publications(site_id, as_of, later))
        .and_where(later(publication::Column::ColumnId).eq(own(publication::Column::ColumnId)))
        .and_where(
            later(publication::Column::DepartmentId).eq(own(publication::Column::DepartmentId)),
        )
        .and_where(
            later(publication::Column::PublishedAt).gt(own(publication::Column::PublishedAt)),
        )
        .and_where(later(publication::Column::PublishedAt).lt(horizon))
        .to_owned();
    let naming = publication_event::Entity::find()
        .select_only()
        .column(publication_event::Column::PublicationId)
        .into_query();
    Condition::any()
        .add(publication::Column::Id.in_subquery(naming))
        .add(publication::Column::PublishedAt.gte(horizon))
        .add(publication::Column::ColumnId.is_in(aged))
        .add(Expr::exists(newer).not())
}

async fn events<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    duties: Option<&[i64]>,
) -> Result<HashMap<i64, Vec<TriggerEvent>>, DbErr> {
    let mut links = event_duty::Entity::find();
    let mut rows = trigger_event::Entity::find().filter(known::events(site_id, as_of));
    if let Some(ids) = duties {
        links = links.filter(event_duty::Column::DutyId.is_in(ids.iter().copied()));
        let concerned = links
            .clone()
            .select_only()
            .column(event_duty::Column::EventId);
        rows = rows.filter(trigger_event::Column::Id.in_subquery(concerned.into_query()));
    }
    let mut departments = event_departments(db, site_id).await?;
    let mut by_id = HashMap::new();
    for row in rows.all(db).await? {
        let event = TriggerEvent {
            id: row.id,
            trigger: from_key(&row.kind)?,
            department_ids: departments.remove(&row.id).unwrap_or_default(),
            occurred_on: row.occurred_on,
            registered_on: local(row.registered_at).date_naive(),
            title: row.title,
        };
        by_id.insert(row.id, event);
    }
    let mut by_duty: HashMap<i64, Vec<TriggerEvent>> = HashMap::new();
    for link in links.all(db).await? {
        if let Some(event) = by_id.get(&link.event_id) {
            by_duty.entry(link.duty_id).or_default().push(event.clone());
        }
    }
    Ok(by_duty)
}

/// The departments that each event obliges; events that oblige every owner are not in it.
async fn event_departments<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<HashMap<i64, Vec<i64>>, DbErr> {
    let of_site = trigger_event::Entity::find()
        .select_only()
        .column(trigger_event::Column::Id)
        .filter(trigger_event::Column::SiteId.eq(site_id))
        .into_query();
    let rows = event_department::Entity::find()
        .filter(event_department::Column::EventId.in_subquery(of_site))
        .all(db)
        .await?;
    let mut departments: HashMap<i64, Vec<i64>> = HashMap::new();
    for row in rows {
        let of_event = departments.entry(row.event_id).or_default();
        of_event.push(row.department_id);
    }
    Ok(departments)
}

async fn attestations<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    duties: Option<&[i64]>,
) -> Result<HashMap<i64, Vec<Attestation>>, DbErr> {
    let mut query = attestation::Entity::find().filter(known::attestations(site_id, as_of));
    if let Some(ids) = duties {
        query = query.filter(attestation::Column::DutyId.is_in(ids.iter().copied()));
    }
    let mut by_duty: HashMap<i64, Vec<Attestation>> = HashMap::new();
    for row in query.all(db).await? {
        by_duty.entry(row.duty_id).or_default().push(Attestation {
            id: row.id,
            department_id: row.department_id,
            on: local(row.attested_at).date_naive(),
            confirmed: row.confirmed,
        });
    }
    Ok(by_duty)
}

//! What the sweep reads of a site: a handful of queries, written out because they must begin where
//! the database would not by itself.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use lanmu_domain::freshness::{Summary, Tenure, TriggerEvent};
use lanmu_domain::rule::{AppliedRule, rules_in_force};
use sea_orm::sea_query::Value;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, PaginatorTrait,
    QueryFilter, Statement,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::super::known;
use super::super::{AsOf, ColumnTree, figures, work_calendar};
use super::Known;
use super::tally::{Duty, Site};
use crate::clock::{local, shanghai};
use crate::entity::key::from_key;
use crate::entity::{attestation, column_closure, column_rule, event_department};

const DUTIES: &str = "SELECT id, column_id, mode, CAST(rules AS text) AS rules, since FROM duty \
    WHERE site_id = $1 AND since <= $2 AND (until_day IS NULL OR until_day > $2)";

/// With the last publication of each: found at once in the index of the column's publications.
fn tenures_query() -> String {
    let counts = known::PUBLICATIONS;
    format!(
        "SELECT t.duty_id, t.department_id, t.since, t.until_day, \
        (SELECT max(p.published_at) FROM publication p WHERE p.site_id = $1 \
        AND p.column_id = d.column_id AND p.department_id = t.department_id \
        AND p.published_at < $3 AND {counts}) AS newest \
        FROM duty d JOIN duty_tenure t ON t.duty_id = d.id \
        WHERE d.site_id = $1 AND d.since <= $2 AND (d.until_day IS NULL OR d.until_day > $2)"
    )
}

/// All that was published in some columns, summed up.
fn sums_query(columns: &[i64]) -> String {
    let counts = known::PUBLICATIONS;
    let columns: Vec<String> = columns.iter().map(i64::to_string).collect();
    let columns = columns.join(",");
    format!(
        "SELECT p.column_id, p.department_id, max(p.published_at) AS newest, \
        min(p.published_at) AS oldest, \
        sum(CASE WHEN p.published_at >= $3 THEN 1 ELSE 0 END) AS this_year, \
        sum(CASE WHEN p.published_at >= $2 AND p.published_at < $3 THEN 1 ELSE 0 END) AS last_year \
        FROM publication p WHERE p.site_id = $1 AND p.column_id IN ({columns}) \
        AND p.published_at < $4 AND {counts} GROUP BY p.column_id, p.department_id"
    )
}

/// By duty first, then its owners, its events and what answers them: `CROSS JOIN` keeps SQLite to
/// that order, so that an answered event is never looked up itself. The publications that do not
/// count, or not yet, are few and found once.
fn waiting_query() -> String {
    let not_counting = known::NO_PUBLICATIONS;
    format!(
        "SELECT d.id AS duty_id, t.department_id, e.id, e.kind, e.occurred_on, \
        CASE WHEN EXISTS (SELECT 1 FROM event_department o WHERE o.event_id = e.id) \
        THEN 1 ELSE 0 END AS names \
        FROM duty d LEFT JOIN duty_tenure t ON t.duty_id = d.id \
        AND t.since <= $2 AND (t.until_day IS NULL OR t.until_day > $2) \
        CROSS JOIN event_duty l CROSS JOIN trigger_event e WHERE l.duty_id = d.id AND e.id = l.event_id \
        AND d.site_id = $1 AND d.since <= $2 AND (d.until_day IS NULL OR d.until_day > $2) \
        AND e.cancelled_at IS NULL AND e.occurred_on <= $2 AND NOT EXISTS (\
        SELECT 1 FROM publication_event n \
        WHERE n.event_id = l.event_id AND n.column_id = d.column_id \
        AND (t.department_id IS NULL OR t.department_id = n.department_id) \
        AND n.publication_id NOT IN (\
        SELECT p.id FROM publication p WHERE p.site_id = $1 AND p.published_at >= $3 UNION ALL \
        SELECT p.id FROM publication p WHERE p.site_id = $1 AND {not_counting}))"
    )
}

#[derive(FromQueryResult)]
struct DutyRow {
    id: i64,
    column_id: i64,
    mode: String,
    rules: String,
    since: NaiveDate,
}

#[derive(Deserialize)]
struct TenureRow {
    duty_id: i64,
    department_id: i64,
    since: NaiveDate,
    until_day: Option<NaiveDate>,
    newest: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct PublishedRow {
    column_id: i64,
    department_id: i64,
    newest: DateTime<Utc>,
    oldest: DateTime<Utc>,
    this_year: i64,
    last_year: i64,
}

#[derive(Deserialize)]
struct WaitingRow {
    duty_id: i64,
    department_id: Option<i64>,
    id: i64,
    kind: String,
    occurred_on: NaiveDate,
    /// 1 where the event obliges some departments only.
    names: i64,
}

/// A site on a day.
pub(super) async fn site<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    known: &mut Known,
) -> Result<Site, DbErr> {
    let mut site = Site {
        today,
        calendar: work_calendar(db, site_id, None).await?,
        timeline: figures(db, site_id).await?,
        duties: duties(db, site_id, today, known).await?,
        published: HashMap::new(),
    };
    tenures(db, site_id, &mut site).await?;
    settings(db, site_id, &mut site).await?;
    published(db, site_id, &mut site).await?;
    waiting(db, site_id, &mut site).await?;
    attested(db, site_id, &mut site).await?;
    Ok(site)
}

async fn rows<C: ConnectionTrait, R: FromQueryResult>(
    db: &C,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<R>, DbErr> {
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    R::find_by_statement(asked).all(db).await
}

/// The rows of a query as one text, an array of arrays in the order of the fields of `R`: where
/// there are many, fetching them one by one takes longer than finding them.
async fn at_once<C: ConnectionTrait, R: DeserializeOwned>(
    db: &C,
    columns: &str,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<R>, DbErr> {
    let backend = db.get_database_backend();
    let gathered = match backend {
        DbBackend::Sqlite => format!("json_group_array(json_array({columns}))"),
        _ => format!("CAST(json_agg(json_build_array({columns})) AS text)"),
    };
    let sql = format!("SELECT {gathered} AS gathered FROM ({sql}) AS found");
    let asked = Statement::from_sql_and_values(backend, sql, values);
    let row = db.query_one_raw(asked).await?;
    let text: Option<String> = row
        .map(|row| row.try_get("", "gathered"))
        .transpose()?
        .flatten();
    let text = text.unwrap_or_else(|| "[]".to_owned());
    serde_json::from_str(&text).map_err(|error| DbErr::Json(error.to_string()))
}

/// The moment in which a day begins.
fn first_moment(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let local = midnight.and_local_timezone(shanghai()).single();
    local.unwrap_or_default().to_utc()
}

/// The moment in which the next day begins.
fn tomorrow(today: NaiveDate) -> DateTime<Utc> {
    first_moment(today + Days::new(1))
}

fn new_year(year: i32) -> DateTime<Utc> {
    first_moment(NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN))
}

async fn duties<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    known: &mut Known,
) -> Result<Vec<Duty>, DbErr> {
    let found: Vec<DutyRow> = rows(db, DUTIES, [site_id.into(), today.into()]).await?;
    found
        .into_iter()
        .map(|row| {
            Ok(Duty {
                id: row.id,
                column_id: row.column_id,
                mode: from_key(&row.mode)?,
                rules: known.read(row.rules)?,
                since: row.since,
                tenures: Vec::new(),
                owners: Vec::new(),
                closures: Vec::new(),
                waiting: Vec::new(),
                attested: Vec::new(),
            })
        })
        .collect()
}

impl Known {
    fn read(&mut self, json: String) -> Result<Arc<[AppliedRule]>, DbErr> {
        if let Some(rules) = self.0.get(&json) {
            return Ok(rules.clone());
        }
        let rules: Vec<AppliedRule> =
            serde_json::from_str(&json).map_err(|error| DbErr::Json(error.to_string()))?;
        let rules: Arc<[AppliedRule]> = rules.into();
        self.0.insert(json, rules.clone());
        Ok(rules)
    }
}

impl Site {
    fn by_id(&mut self) -> HashMap<i64, &mut Duty> {
        self.duties.iter_mut().map(|duty| (duty.id, duty)).collect()
    }
}

async fn tenures<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let today = site.today;
    let values: [Value; 3] = [site_id.into(), today.into(), tomorrow(today).into()];
    const COLUMNS: &str = "duty_id, department_id, since, until_day, newest";
    let found: Vec<TenureRow> = at_once(db, COLUMNS, &tenures_query(), values).await?;
    let mut published = Vec::new();
    let mut duties = site.by_id();
    for row in found {
        let Some(duty) = duties.get_mut(&row.duty_id) else {
            continue;
        };
        if let Some(newest) = row.newest {
            let summary = Summary {
                last_updated_on: Some(local(newest).date_naive()),
                ..Summary::default()
            };
            published.push((duty.column_id, row.department_id, summary));
        }
        let tenure = Tenure {
            department_id: row.department_id,
            since: row.since,
            until: row.until_day,
        };
        if tenure.covers(today) {
            duty.owners.push(tenure.department_id);
        }
        duty.tenures.push(tenure);
    }
    for (column_id, department_id, summary) in published {
        site.add(column_id, department_id, summary);
    }
    Ok(())
}

/// Closures and rules down the tree, on sites that ever had any.
async fn settings<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let closures = column_closure::Entity::find()
        .filter(column_closure::Column::SiteId.eq(site_id))
        .count(db)
        .await?;
    let rules = column_rule::Entity::find()
        .filter(column_rule::Column::SiteId.eq(site_id))
        .count(db)
        .await?;
    if closures + rules == 0 {
        return Ok(());
    }
    let tree = ColumnTree::load(db, site_id).await?;
    for duty in &mut site.duties {
        duty.closures = tree.closures(duty.column_id);
        let settings = tree.settings_on(duty.column_id, site.today)?;
        if !settings.is_empty() {
            let figures = site.timeline.on(site.today);
            duty.rules = rules_in_force(&duty.rules, &settings, figures).rules.into();
        }
    }
    Ok(())
}

/// Sums of what was published where the last publication does not tell enough: where items are
/// counted, where the oldest counts, and where nobody answers and anybody's counts.
async fn published<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let columns: HashSet<i64> = site
        .duties
        .iter()
        .filter(|duty| duty.needs_sums())
        .map(|duty| duty.column_id)
        .collect();
    if columns.is_empty() {
        return Ok(());
    }
    let columns: Vec<i64> = columns.into_iter().collect();
    let year = site.today.year();
    let values: [Value; 4] = [
        site_id.into(),
        new_year(year.saturating_sub(1)).into(),
        new_year(year).into(),
        tomorrow(site.today).into(),
    ];
    let found: Vec<PublishedRow> = rows(db, &sums_query(&columns), values).await?;
    for row in found {
        let day = |at| Some(local(at).date_naive());
        let number = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
        let summary = Summary {
            last_publication_id: None,
            last_updated_on: day(row.newest),
            oldest_on: day(row.oldest),
            attested_on: None,
            this_year: number(row.this_year),
            last_year: number(row.last_year),
        };
        site.add(row.column_id, row.department_id, summary);
    }
    Ok(())
}

impl Site {
    fn add(&mut self, column_id: i64, department_id: i64, summary: Summary) {
        let of_column = self.published.entry(column_id).or_default();
        of_column.push((department_id, summary));
    }
}

async fn waiting<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let values: [Value; 3] = [
        site_id.into(),
        site.today.into(),
        tomorrow(site.today).into(),
    ];
    const COLUMNS: &str = "duty_id, department_id, id, kind, occurred_on, names";
    let found: Vec<WaitingRow> = at_once(db, COLUMNS, &waiting_query(), values).await?;
    // Most events oblige all owners and name nobody.
    let naming = found.iter().filter(|row| row.names == 1);
    let ids: HashSet<i64> = naming.map(|row| row.id).collect();
    let mut departments: HashMap<i64, Vec<i64>> = HashMap::new();
    if !ids.is_empty() {
        let obliged = event_department::Entity::find()
            .filter(event_department::Column::EventId.is_in(ids))
            .all(db)
            .await?;
        for row in obliged {
            let of_event = departments.entry(row.event_id).or_default();
            of_event.push(row.department_id);
        }
    }
    let mut duties = site.by_id();
    for row in found {
        let Some(duty) = duties.get_mut(&row.duty_id) else {
            continue;
        };
        let event = TriggerEvent {
            id: row.id,
            trigger: from_key(&row.kind)?,
            department_ids: departments.get(&row.id).cloned().unwrap_or_default(),
            occurred_on: row.occurred_on,
            // Only the day of the event matters here.
            registered_on: row.occurred_on,
            title: String::new(),
        };
        duty.waiting.push((row.department_id, event));
    }
    Ok(())
}

async fn attested<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let as_of = AsOf::today(site.today);
    let found = attestation::Entity::find()
        .filter(known::attestations(site_id, as_of))
        .all(db)
        .await?;
    let today = site.today;
    let mut duties = site.by_id();
    for row in found {
        let on = local(row.attested_at).date_naive();
        if let Some(duty) = duties.get_mut(&row.duty_id).filter(|_| on <= today) {
            duty.attested.push((row.department_id, on));
        }
    }
    Ok(())
}

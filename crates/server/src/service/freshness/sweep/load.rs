//! What the sweep reads of a site: a handful of queries, written out because they must begin where
//! the database would not by itself.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use lanmu_domain::freshness::{Summary, Tenure, TriggerEvent, parties};
use lanmu_domain::rule::{AppliedRule, rules_in_force};
use sea_orm::sea_query::Value;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    Statement,
};

use super::super::known;
use super::super::{AsOf, ColumnTree, figures, work_calendar};
use super::Known;
use super::tally::{Duty, Site};
use crate::clock::{local, shanghai};
use crate::entity::key::from_key;
use crate::entity::{attestation, column_closure, column_rule, event_department};

const DUTIES: &str = "SELECT id, column_id, mode, CAST(rules AS text) AS rules, since FROM duty \
    WHERE site_id = $1 AND since <= $2 AND (until_day IS NULL OR until_day > $2) \
    ORDER BY position, id";

const TENURES: &str = "SELECT t.duty_id, t.department_id, t.since, t.until_day \
    FROM duty d JOIN duty_tenure t ON t.duty_id = d.id \
    WHERE d.site_id = $1 AND d.since <= $2 AND (d.until_day IS NULL OR d.until_day > $2) \
    ORDER BY t.duty_id, t.position, t.id";

const RECENT: &str = "SELECT p.column_id, p.department_id, max(p.published_at) AS newest, \
    min(p.published_at) AS oldest, \
    sum(CASE WHEN p.published_at >= $3 THEN 1 ELSE 0 END) AS this_year, count(*) AS in_all \
    FROM publication p WHERE p.site_id = $1 AND p.published_at >= $2 AND p.published_at < $4";

/// By duty first: neither the site of an event nor that of a publication is asked for, so that
/// nobody begins with all of them.
const WAITING: &str = "SELECT d.id AS duty_id, t.department_id, e.id, e.kind, e.occurred_on \
    FROM duty d LEFT JOIN duty_tenure t ON t.duty_id = d.id \
    AND t.since <= $2 AND (t.until_day IS NULL OR t.until_day > $2) \
    JOIN event_duty l ON l.duty_id = d.id JOIN trigger_event e ON e.id = l.event_id \
    WHERE d.site_id = $1 AND d.since <= $2 AND (d.until_day IS NULL OR d.until_day > $2) \
    AND e.cancelled_at IS NULL AND e.occurred_on <= $2 AND NOT EXISTS (\
    SELECT 1 FROM publication_event n JOIN publication p ON p.id = n.publication_id \
    WHERE n.event_id = e.id AND p.column_id = d.column_id AND p.published_at < $3 \
    AND (t.department_id IS NULL OR t.department_id = p.department_id)";

#[derive(FromQueryResult)]
struct DutyRow {
    id: i64,
    column_id: i64,
    mode: String,
    rules: String,
    since: NaiveDate,
}

#[derive(FromQueryResult)]
struct TenureRow {
    duty_id: i64,
    department_id: i64,
    since: NaiveDate,
    until_day: Option<NaiveDate>,
}

#[derive(FromQueryResult)]
struct PublishedRow {
    column_id: i64,
    department_id: i64,
    newest: DateTime<Utc>,
    oldest: DateTime<Utc>,
    this_year: i64,
    in_all: i64,
}

#[derive(FromQueryResult)]
struct WaitingRow {
    duty_id: i64,
    department_id: Option<i64>,
    id: i64,
    kind: String,
    occurred_on: NaiveDate,
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

/// The moment in which a day begins.
fn first_moment(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let local = midnight.and_local_timezone(shanghai()).single();
    local.unwrap_or_default().to_utc()
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
    let found: Vec<TenureRow> = rows(db, TENURES, [site_id.into(), today.into()]).await?;
    let mut duties = site.by_id();
    for row in found {
        let Some(duty) = duties.get_mut(&row.duty_id) else {
            continue;
        };
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

/// What was published since the beginning of last year; before it, only where nothing was since,
/// and where the oldest item counts.
async fn published<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let year = site.today.year();
    let (this_year, last_year) = (new_year(year), new_year(year.saturating_sub(1)));
    let tomorrow = first_moment(site.today + Days::new(1));
    let sum = |columns: Option<Vec<i64>>, from, to| async move {
        let among = columns.map_or_else(String::new, |columns| {
            format!(" AND p.column_id IN ({})", list(&columns))
        });
        let counts = known::PUBLICATIONS;
        let sql = format!("{RECENT}{among} AND {counts} GROUP BY p.column_id, p.department_id");
        let values: [Value; 4] = [site_id.into(), from, this_year.into(), to];
        rows::<C, PublishedRow>(db, &sql, values).await
    };
    for row in sum(None, last_year.into(), tomorrow.into()).await? {
        site.add(&row, true);
    }
    let long_ago = DateTime::<Utc>::UNIX_EPOCH;
    let quiet = site.columns(|site, duty| {
        let silent = |party: &[i64]| site.summary(duty, party).last_updated_on.is_none();
        duty.ages() || parties(duty.mode, &duty.owners).into_iter().any(silent)
    });
    if !quiet.is_empty() {
        for row in sum(Some(quiet), long_ago.into(), last_year.into()).await? {
            site.add(&row, false);
        }
    }
    Ok(())
}

/// Ids for a query; they come from the database.
fn list(ids: &[i64]) -> String {
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    ids.join(",")
}

impl Site {
    /// The columns of the duties of which something holds.
    fn columns(&self, holds: impl Fn(&Self, &Duty) -> bool) -> Vec<i64> {
        let duties = self.duties.iter().filter(|duty| holds(self, duty));
        let columns: HashSet<i64> = duties.map(|duty| duty.column_id).collect();
        columns.into_iter().collect()
    }

    fn add(&mut self, row: &PublishedRow, recent: bool) {
        let day = |at| Some(local(at).date_naive());
        let number = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
        let summary = Summary {
            last_publication_id: None,
            last_updated_on: day(row.newest),
            oldest_on: day(row.oldest),
            attested_on: None,
            this_year: if recent { number(row.this_year) } else { 0 },
            last_year: if recent {
                number(row.in_all - row.this_year)
            } else {
                0
            },
        };
        let of_column = self.published.entry(row.column_id).or_default();
        of_column.push((row.department_id, summary));
    }
}

async fn waiting<C: ConnectionTrait>(db: &C, site_id: i64, site: &mut Site) -> Result<(), DbErr> {
    let tomorrow = first_moment(site.today + Days::new(1));
    let sql = format!("{WAITING} AND {})", known::PUBLICATIONS);
    let values: [Value; 3] = [site_id.into(), site.today.into(), tomorrow.into()];
    let found: Vec<WaitingRow> = rows(db, &sql, values).await?;
    let ids: HashSet<i64> = found.iter().map(|row| row.id).collect();
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

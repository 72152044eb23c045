//! The facts by which events are judged: their duties, whom they oblige, what answered them.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{Publication, TriggerEvent};
use lanmu_domain::parameters::Timeline;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{
    department, event_department, event_duty, publication, publication_event, trigger_event,
};
use crate::service::freshness::{
    AsOf, DutyFilter, LoadedDuty, departments, duties_in_force, figures, known, work_calendar,
};

/// More events than this are named by their site, not one by one.
const NAMED_MAX: usize = 500;

/// Events with everything by which they are judged.
#[derive(Debug)]
pub(super) struct EventFacts {
    /// The day of the judgement.
    pub today: NaiveDate,
    /// In the order in which the rows were given.
    pub events: Vec<LoadedEvent>,
    /// Their duties, also those that are in the matrix no longer.
    pub duties: HashMap<i64, LoadedDuty>,
    /// All departments of the site.
    pub departments: BTreeMap<i64, department::Model>,
    /// The publications that count and name one of the events.
    pub answers: HashMap<i64, publication::Model>,
    /// The events that a publication names, whether it counts or not.
    pub named: HashSet<i64>,
    /// The working-day calendar.
    pub calendar: WorkCalendar,
    /// The figures over time.
    pub timeline: Timeline,
    /// By event and column.
    publications: HashMap<(i64, i64), Vec<Publication>>,
}

/// An event as it is stored and as the domain reads it.
#[derive(Debug)]
pub(super) struct LoadedEvent {
    /// As stored.
    pub row: trigger_event::Model,
    /// As the domain reads it.
    pub event: TriggerEvent,
    /// The duties that it concerns.
    pub duty_ids: Vec<i64>,
}

impl EventFacts {
    /// Gathers the facts of these events.
    ///
    /// # Errors
    /// The database cannot be reached, or holds keys that this version does not know.
    pub async fn gather<C: ConnectionTrait>(
        db: &C,
        site_id: i64,
        today: NaiveDate,
        rows: Vec<trigger_event::Model>,
    ) -> Result<Self, DbErr> {
        let these = ids_of(site_id, &rows);
        let mut duty_ids = duty_ids(db, &these).await?;
        let mut obliged = obliged(db, &these).await?;
        let events = rows
            .into_iter()
            .map(|row| {
                Ok(LoadedEvent {
                    event: TriggerEvent {
                        id: row.id,
                        trigger: from_key(&row.kind)?,
                        department_ids: obliged.remove(&row.id).unwrap_or_default(),
                        occurred_on: row.occurred_on,
                        registered_on: local(row.registered_at).date_naive(),
                        title: row.title.clone(),
                    },
                    duty_ids: duty_ids.remove(&row.id).unwrap_or_default(),
                    row,
                })
            })
            .collect::<Result<Vec<_>, DbErr>>()?;
        let used: HashSet<i64> = events.iter().flat_map(|e| &e.duty_ids).copied().collect();
        let filter = DutyFilter::Ever(used.into_iter().collect());
        let duties = duties_in_force(db, site_id, today, &filter).await?;
        let naming = naming(db, &these).await?;
        let answers = answers(db, site_id, today, &these).await?;
        Ok(Self {
            today,
            events,
            duties: duties.into_iter().map(|duty| (duty.id, duty)).collect(),
            departments: departments(db, site_id).await?,
            named: naming.iter().map(|row| row.event_id).collect(),
            publications: by_event(&naming, &answers),
            answers,
            calendar: work_calendar(db, site_id, None).await?,
            timeline: figures(db, site_id).await?,
        })
    }

    /// The publications in a column that name an event.
    pub fn naming(&self, event_id: i64, column_id: i64) -> Vec<Publication> {
        let found = self.publications.get(&(event_id, column_id));
        found.cloned().unwrap_or_default()
    }

    /// The name of a department, empty for an id that the site does not know.
    pub fn name(&self, department_id: i64) -> String {
        let known = self.departments.get(&department_id);
        known.map(|d| d.name.clone()).unwrap_or_default()
    }
}

/// The events as something that `IN` understands.
enum These {
    Named(Vec<i64>),
    OfSite(Box<SelectStatement>),
}

impl These {
    fn are(&self, column: impl ColumnTrait) -> Expr {
        match self {
            Self::Named(ids) => column.is_in(ids.iter().copied()),
            Self::OfSite(all) => column.in_subquery((**all).clone()),
        }
    }
}

fn ids_of(site_id: i64, rows: &[trigger_event::Model]) -> These {
    if rows.len() <= NAMED_MAX {
        return These::Named(rows.iter().map(|row| row.id).collect());
    }
    let all = trigger_event::Entity::find()
        .select_only()
        .column(trigger_event::Column::Id)
        .filter(trigger_event::Column::SiteId.eq(site_id));
    These::OfSite(Box::new(all.into_query()))
}

async fn duty_ids<C: ConnectionTrait>(
    db: &C,
    these: &These,
) -> Result<HashMap<i64, Vec<i64>>, DbErr> {
    let rows = event_duty::Entity::find()
        .filter(these.are(event_duty::Column::EventId))
        .order_by_asc(event_duty::Column::DutyId)
        .all(db)
        .await?;
    let mut found: HashMap<i64, Vec<i64>> = HashMap::new();
    for row in rows {
        found.entry(row.event_id).or_default().push(row.duty_id);
    }
    Ok(found)
}

async fn obliged<C: ConnectionTrait>(
    db: &C,
    these: &These,
) -> Result<HashMap<i64, Vec<i64>>, DbErr> {
    let rows = event_department::Entity::find()
        .filter(these.are(event_department::Column::EventId))
        .all(db)
        .await?;
    let mut found: HashMap<i64, Vec<i64>> = HashMap::new();
    for row in rows {
        let of_event = found.entry(row.event_id).or_default();
        of_event.push(row.department_id);
    }
    Ok(found)
}

async fn naming<C: ConnectionTrait>(
    db: &C,
    these: &These,
) -> Result<Vec<publication_event::Model>, DbErr> {
    publication_event::Entity::find()
        .filter(these.are(publication_event::Column::EventId))
        .all(db)
        .await
}

async fn answers<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    these: &These,
) -> Result<HashMap<i64, publication::Model>, DbErr> {
    let naming = publication_event::Entity::find()
        .select_only()
        .column(publication_event::Column::PublicationId)
        .filter(these.are(publication_event::Column::EventId))
        .into_query();
    let counts = known::publications(site_id, AsOf::today(today), |column| {
        Expr::col((publication::Entity, column))
    });
    let rows = publication::Entity::find()
        .filter(counts)
        .filter(publication::Column::Id.in_subquery(naming))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

fn by_event(
    naming: &[publication_event::Model],
    answers: &HashMap<i64, publication::Model>,
) -> HashMap<(i64, i64), Vec<Publication>> {
    let mut found: HashMap<_, Vec<Publication>> = HashMap::new();
    for link in naming {
        if let Some(row) = answers.get(&link.publication_id) {
            let key = (link.event_id, row.column_id);
            found.entry(key).or_default().push(Publication {
                id: row.id,
                department_id: row.department_id,
                published_at: local(row.published_at),
                event_ids: vec![link.event_id],
            });
        }
    }
    found
}

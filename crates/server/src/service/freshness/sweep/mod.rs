//! How many obligations of every site have which status: for the operator of many counties.
//!
//! The same answer as [`super::standings`] gives, without its words and without holding more than
//! eight sites in memory: the database sums up what was published, and of the events
//! only those come out that wait.

mod load;
mod tally;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use lanmu_api::calendar::StatusCount;
use lanmu_domain::freshness::Status;
use lanmu_domain::rule::AppliedRule;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryOrder, RuntimeErr};
use tokio::sync::Mutex;
use tokio::task::JoinSet;

use super::{DutyFilter, standings};
use crate::entity::site;

/// As many as SQLite has connections: while the database reads for some, others are judged.
const SITES_AT_ONCE: usize = 8;

/// A site and how many of its obligations have each status.
#[derive(Clone, Debug)]
pub struct SiteCounts {
    /// The site.
    pub site: site::Model,
    /// All statuses, most urgent first.
    pub counts: Vec<StatusCount>,
}

/// Rules by their JSON: the duties of a table, and the tables of counties, are much alike.
#[derive(Default)]
struct Known(HashMap<String, Arc<[AppliedRule]>>);

/// The counts of all sites on a day, by all that is known; in the order of their ids.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn sweep(db: &DatabaseConnection, today: NaiveDate) -> Result<Vec<SiteCounts>, DbErr> {
    let sites = site::Entity::find()
        .order_by_desc(site::Column::Id)
        .all(db)
        .await?;
    let waiting = Arc::new(Mutex::new(sites));
    let mut workers = JoinSet::new();
    for _ in 0..SITES_AT_ONCE {
        let (db, waiting) = (db.clone(), waiting.clone());
        workers.spawn(async move {
            let mut known = Known::default();
            let mut done = Vec::new();
            while let Some(site) = next(&waiting).await {
                let counts = count(&db, site.id, today, &mut known).await?;
                done.push(SiteCounts { site, counts });
            }
            Ok::<_, DbErr>(done)
        });
    }
    let mut all = Vec::new();
    while let Some(done) = workers.join_next().await {
        all.extend(done.map_err(|e| DbErr::Exec(RuntimeErr::Internal(e.to_string())))??);
    }
    all.sort_by_key(|counted| counted.site.id);
    Ok(all)
}

async fn next(waiting: &Mutex<Vec<site::Model>>) -> Option<site::Model> {
    waiting.lock().await.pop()
}

/// The counts of one site on a day.
///
/// # Errors
/// As [`sweep`].
pub async fn site_counts<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
) -> Result<Vec<StatusCount>, DbErr> {
    count(db, site_id, today, &mut Known::default()).await
}

async fn count<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    known: &mut Known,
) -> Result<Vec<StatusCount>, DbErr> {
    let site = load::site(db, site_id, today, known).await?;
    let mut statuses = site.statuses();
    // What a former owner did counts by the day on which it did it: no sum tells that.
    let changed = site.with_former_owners();
    if !changed.is_empty() {
        let filter = DutyFilter::Duties(changed);
        let judged = standings(db, site_id, today, &filter).await?;
        statuses.extend(judged.obligations(None).map(|(_, o)| o.judgement.status));
    }
    let of = |status: Status| statuses.iter().filter(|other| **other == status).count();
    Ok(Status::ALL
        .into_iter()
        .map(|status| StatusCount {
            status,
            count: of(status) as u64,
        })
        .collect())
}

//! The demonstration's past: about fourteen months of publications, events and attestations for
//! every duty, so that blank, overdue, due today, due soon and fresh all occur as they do in a
//! county. It is made relative to the day of the first start and is the same for everybody who
//! starts on that day.

mod articles;
mod dice;
mod plan;
mod rhythm;
mod scene;
mod store;
mod stories;
mod target;
mod titles;

use chrono::{DateTime, FixedOffset, NaiveTime};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::ledger::LedgerAct;

use crate::db::{LedgerEntry, WriteTx};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, standings};
use rhythm::SpanCache;
use scene::Scene;

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistorySummary {
    /// Publications.
    pub publications: usize,
    /// Trigger events, discharged ones included.
    pub events: usize,
    /// Attestations.
    pub attestations: usize,
}

/// When the demonstration's site is made: at eight on the last working day before the first start,
/// so that its items were written after that.
#[must_use]
pub fn opening(now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let calendar = WorkCalendar::shipped();
    let day = now
        .date_naive()
        .iter_days()
        .rev()
        .skip(1)
        .find(|day| calendar.is_working_day(*day));
    let eight = NaiveTime::from_hms_opt(8, 0, 0);
    day.zip(eight)
        .and_then(|(day, eight)| {
            day.and_time(eight)
                .and_local_timezone(*now.offset())
                .single()
        })
        .unwrap_or(now)
}

/// Writes the past of a site that has a matrix, accounts and no evidence yet, as of `now`: one
/// line in the ledger for what was there before, and the lines of the items that were written
/// since the [`opening`]. The time and the person of the write are those of the last act
/// afterwards.
///
/// # Errors
/// The database cannot be reached.
pub async fn write_history(
    write: &mut WriteTx,
    now: DateTime<FixedOffset>,
) -> Result<HistorySummary, Problem> {
    let (db, site_id) = (write.tx(), write.site_id());
    let today = now.date_naive();
    let standings = standings(db, site_id, today, &DutyFilter::All).await?;
    let scene = Scene {
        today,
        standings: &standings,
    };
    let mut cache = SpanCache::new();
    let plans: Vec<_> = standings
        .obligations(None)
        .map(|(duty, owed)| plan::plan(&scene, duty, &owed.departments, &mut cache))
        .collect();
    store::store(db, site_id, now, &plans).await?;
    let summary = HistorySummary {
        publications: plans.iter().map(|plan| plan.publications.len()).sum(),
        events: plans.iter().map(|plan| plan.events.len()).sum(),
        attestations: plans.iter().map(|plan| plan.attestations.len()).sum(),
    };
    write
        .ledger(LedgerAct::EvidenceImported, summary.entry())
        .await?;
    articles::write_articles(write, &scene).await?;
    Ok(summary)
}

impl HistorySummary {
    fn entry(self) -> LedgerEntry {
        LedgerEntry {
            subject: "演示数据".to_owned(),
            note: format!(
                "发布记录 {} 条，触发事件 {} 件，核对无变化 {} 次",
                self.publications, self.events, self.attestations
            ),
            ..Default::default()
        }
    }
}

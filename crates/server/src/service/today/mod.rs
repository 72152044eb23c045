//! 今日待办: what one person owes, from every module.
//!
//! Most urgent first, which means: 事后审核 of what is public already, what other people sent back or
//! wait for (返回修改, 审核, 缺审核人, 确认, 核实), 评估审查 of what is withheld, the 工作机构表 that is asked for, then what is released and only lacks its address or a true time, then the duties by status
//! and due date, then drafts. At most [`ITEMS_MAX`] items are listed; all are counted.

mod assessments;
mod attestations;
mod duties;
mod emergencies;
mod empty_stages;
mod items;
mod publications;
mod rosters;

use chrono::{DateTime, FixedOffset};
use lanmu_api::today::TodayView;
use sea_orm::{ConnectionTrait, DbErr};

use crate::session::SignedIn;

/// Items in the list at most.
pub const ITEMS_MAX: u64 = 100;

/// Everything that is to be done by this person at this moment.
///
/// # Errors
/// The database does not answer.
pub async fn today<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    now: DateTime<FixedOffset>,
) -> Result<TodayView, DbErr> {
    let today = now.date_naive();
    let parts = [
        emergencies::to_review(db, who, now).await?,
        items::returned(db, who).await?,
        items::reviews(db, who).await?,
        empty_stages::empty(db, who, now).await?,
        attestations::to_decide(db, who).await?,
        publications::to_judge(db, who).await?,
        attestations::stuck(db, who).await?,
        assessments::to_assess(db, who, today).await?,
        rosters::to_hand_in(db, who, now).await?,
        items::backfills(db, who).await?,
        publications::doubtful(db, who).await?,
        duties::due(db, who, today).await?,
        items::drafts(db, who).await?,
    ];
    let total = parts.iter().map(|part| part.total).sum();
    let listed = usize::try_from(ITEMS_MAX).unwrap_or(usize::MAX);
    let items = parts
        .into_iter()
        .flat_map(|part| part.items)
        .take(listed)
        .collect();
    Ok(TodayView {
        today,
        items,
        total,
    })
}

/// One kind of thing to do.
#[derive(Default)]
struct Part {
    /// [`ITEMS_MAX`] at most.
    items: Vec<lanmu_api::today::TodayItem>,
    /// How many there are.
    total: u64,
}

//! Which deadlines a change of a year would move.

use chrono::NaiveDate;
use lanmu_api::preview::PreviewView;
use lanmu_domain::calendar::YearArrangement;
use sea_orm::{ConnectionTrait, DbErr};

use super::check::checked;
use crate::error::Problem;
use crate::service::freshness::{Ground, figures, judged_twice, moved_deadlines, work_calendar};

/// The deadlines that would move if the year were kept like this. Stores nothing.
///
/// # Errors
/// 422 with everything that is wrong with the arrangement; the database cannot be reached.
pub async fn preview<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    (year, announced): (i32, bool),
    arrangement: &YearArrangement,
) -> Result<PreviewView, Problem> {
    let arrangement = checked(year, announced, arrangement)?;
    Ok(moved_by(db, site_id, today, (year, announced), arrangement).await?)
}

/// The same for an arrangement that is sound.
pub(super) async fn moved_by<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    (year, announced): (i32, bool),
    arrangement: YearArrangement,
) -> Result<PreviewView, DbErr> {
    let before = Ground {
        calendar: work_calendar(db, site_id, None).await?,
        timeline: figures(db, site_id).await?,
    };
    let mut after = before.clone();
    after.calendar.set_year(year, announced, arrangement);
    let (before, after) = judged_twice(db, site_id, today, before, after).await?;
    Ok(PreviewView {
        day: today,
        moved: moved_deadlines(&before, &after),
    })
}

//! A year as it is kept, with its history.

use chrono::NaiveDate;
use lanmu_api::work_calendar::{CalendarChange, WorkCalendarView};
use lanmu_domain::calendar::{WorkCalendar, YearArrangement};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::holiday_year_change;
use crate::entity::key::from_json;

/// A year as it is kept; empty with version 0 where nothing is.
///
/// # Errors
/// The database cannot be reached, or an arrangement has another shape.
pub async fn year_view<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    year: i32,
) -> Result<WorkCalendarView, DbErr> {
    let changes = holiday_year_change::Entity::find()
        .filter(holiday_year_change::Column::SiteId.eq(site_id))
        .filter(holiday_year_change::Column::Year.eq(year))
        .order_by_desc(holiday_year_change::Column::Number)
        .all(db)
        .await?
        .into_iter()
        .map(|row| {
            Ok(CalendarChange {
                version: row.number,
                announced: row.announced,
                arrangement: from_json(row.arrangement)?,
                note: row.note,
                changed_by: row.changed_by_name,
                changed_at: local(row.changed_at),
            })
        })
        .collect::<Result<Vec<_>, DbErr>>()?;
    let assumed = changes.iter().find(|change| !change.announced);
    let statutory = assumed.map_or_else(
        || WorkCalendar::guess(year).off,
        |change| change.arrangement.off.clone(),
    );
    let latest = changes.first();
    Ok(WorkCalendarView {
        today,
        year,
        announced: latest.is_some_and(|change| change.announced),
        version: latest.map_or(0, |change| change.version),
        arrangement: latest.map_or_else(YearArrangement::default, |change| {
            change.arrangement.clone()
        }),
        statutory,
        changes,
    })
}

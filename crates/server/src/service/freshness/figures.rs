//! The working-day calendar and the figures, as the site keeps them.

use chrono::NaiveDate;
use lanmu_domain::calendar::{WorkCalendar, YearArrangement};
use lanmu_domain::parameters::Parameters;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::from_json;
use crate::entity::{holiday_year, parameter_value};

/// The working-day calendar of the site: announced years, and statutory days of the others.
///
/// # Errors
/// The database cannot be reached, or an arrangement has another shape.
pub async fn work_calendar<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<WorkCalendar, DbErr> {
    let rows = holiday_year::Entity::find()
        .filter(holiday_year::Column::SiteId.eq(site_id))
        .all(db)
        .await?;
    let mut calendar = WorkCalendar::default();
    for row in rows {
        let arrangement: YearArrangement = from_json(row.arrangement)?;
        if row.announced {
            calendar.years.insert(row.year, arrangement);
        } else {
            calendar.statutory.insert(row.year, arrangement.off);
        }
    }
    Ok(calendar)
}

/// The figures in force on a day: of each key the latest value whose first day is not after it.
///
/// # Errors
/// The database cannot be reached, or a key is missing or of another shape.
pub async fn parameters_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<Parameters, DbErr> {
    let rows = parameter_value::Entity::find()
        .filter(parameter_value::Column::SiteId.eq(site_id))
        .filter(parameter_value::Column::EffectiveFrom.lte(day))
        .order_by_asc(parameter_value::Column::EffectiveFrom)
        .order_by_asc(parameter_value::Column::Id)
        .all(db)
        .await?;
    let latest = rows.into_iter().map(|row| (row.key, row.value)).collect();
    from_json(serde_json::Value::Object(latest))
}

//! The working-day calendar and the figures, as the site keeps them.

use lanmu_domain::calendar::{WorkCalendar, YearArrangement};
use lanmu_domain::parameters::{ParameterValue, Timeline};
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

/// The figures of a site over time, those left out that were taken back before they came into
/// force.
///
/// # Errors
/// The database cannot be reached, or a value is of another shape.
pub async fn figures<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Timeline, DbErr> {
    let values: Vec<ParameterValue> = parameter_value::Entity::find()
        .filter(parameter_value::Column::SiteId.eq(site_id))
        .filter(parameter_value::Column::CancelledAt.is_null())
        .order_by_asc(parameter_value::Column::EffectiveFrom)
        .order_by_asc(parameter_value::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(|row| ParameterValue {
            key: row.key,
            value: row.value,
            basis: row.basis,
            effective_from: row.effective_from,
        })
        .collect();
    Timeline::of(&values).map_err(|problem| DbErr::Type(problem.message))
}

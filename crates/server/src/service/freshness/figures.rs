//! The working-day calendar and the figures, as the site keeps them.

use chrono::{DateTime, Utc};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::parameters::{ParameterValue, Timeline};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use crate::entity::key::from_json;
use crate::entity::{holiday_year_change, parameter_value};

/// The working-day calendar of the site: announced years, and what is assumed of the others; as it
/// is now, or as it was known at a moment. What came with the system counts as known before that.
///
/// # Errors
/// The database cannot be reached, or an arrangement has another shape.
pub async fn work_calendar<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    known_at: Option<DateTime<Utc>>,
) -> Result<WorkCalendar, DbErr> {
    use holiday_year_change::Column;
    let mut query = holiday_year_change::Entity::find().filter(Column::SiteId.eq(site_id));
    if let Some(at) = known_at {
        let shipped = Condition::all()
            .add(Column::Number.eq(1))
            .add(Column::ChangedBy.is_null());
        query = query.filter(Condition::any().add(Column::ChangedAt.lte(at)).add(shipped));
    }
    let rows = query.order_by_asc(Column::Number).all(db).await?;
    let mut calendar = WorkCalendar::default();
    for row in rows {
        calendar.set_year(row.year, row.announced, from_json(row.arrangement)?);
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

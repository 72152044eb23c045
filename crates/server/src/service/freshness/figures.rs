//! The working-day calendar and the figures, as the site keeps them.

use chrono::{DateTime, NaiveDate, Utc};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::parameters::Parameters;
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

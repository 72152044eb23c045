//! Whether a publication may discharge the events that it names.

use std::collections::HashSet;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};

use crate::entity::{duty, event_duty, trigger_event};

/// Whether every event is known, not cancelled, and concerns a duty on the column.
///
/// # Errors
/// The database cannot be reached.
pub async fn events_fit<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    column_id: i64,
    event_ids: &[i64],
) -> Result<bool, DbErr> {
    if event_ids.is_empty() {
        return Ok(true);
    }
    let on_column = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .filter(duty::Column::ColumnId.eq(column_id))
        .into_query();
    let concerning = event_duty::Entity::find()
        .select_only()
        .column(event_duty::Column::EventId)
        .filter(event_duty::Column::DutyId.in_subquery(on_column))
        .into_query();
    let fitting: Vec<i64> = trigger_event::Entity::find()
        .select_only()
        .column(trigger_event::Column::Id)
        .filter(trigger_event::Column::SiteId.eq(site_id))
        .filter(trigger_event::Column::Id.is_in(event_ids.iter().copied()))
        .filter(trigger_event::Column::CancelledAt.is_null())
        .filter(trigger_event::Column::Id.in_subquery(concerning))
        .into_tuple()
        .all(db)
        .await?;
    let asked: HashSet<i64> = event_ids.iter().copied().collect();
    Ok(fitting.into_iter().collect::<HashSet<_>>() == asked)
}

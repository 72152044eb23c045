//! The events that a publication of a department in a column could discharge.

use chrono::NaiveDate;
use lanmu_api::event::OpenEvent;
use lanmu_domain::freshness::EventStatus;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use super::facts::EventFacts;
use crate::entity::{duty, event_duty, trigger_event};
use crate::service::freshness::{duties_on, event_view};

/// The events in the column that wait for the department, the earliest due date first.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn open_events<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    department_id: i64,
    column_id: i64,
) -> Result<Vec<OpenEvent>, DbErr> {
    let on_column = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .filter(duties_on(site_id, today))
        .filter(duty::Column::ColumnId.eq(column_id))
        .into_query();
    let concerning = event_duty::Entity::find()
        .select_only()
        .column(event_duty::Column::EventId)
        .filter(event_duty::Column::DutyId.in_subquery(on_column))
        .into_query();
    let rows = trigger_event::Entity::find()
        .filter(trigger_event::Column::SiteId.eq(site_id))
        .filter(trigger_event::Column::CancelledAt.is_null())
        .filter(trigger_event::Column::Id.in_subquery(concerning))
        .order_by_asc(trigger_event::Column::OccurredOn)
        .order_by_asc(trigger_event::Column::Id)
        .all(db)
        .await?;
    let facts = EventFacts::gather(db, site_id, today, rows).await?;
    let mut open = Vec::new();
    for event in &facts.events {
        let asked = facts.asked_by(event);
        // The column may have several duties: the first due date is that of the event here.
        let first = asked
            .iter()
            .filter(|asked| asked.duty.column_id == column_id)
            .filter(|asked| asked.departments.contains(&department_id))
            .map(|asked| &asked.standing)
            .filter(|standing| waits(standing.status))
            .min_by_key(|standing| standing.due);
        if let Some(standing) = first {
            open.push(OpenEvent {
                event: event_view(event.row.clone(), event.event.department_ids.clone())?,
                status: standing.status,
                due: standing.due,
                days_late: standing.days_late,
            });
        }
    }
    open.sort_by_key(|open| (open.due, open.event.id));
    Ok(open)
}

const fn waits(status: EventStatus) -> bool {
    matches!(
        status,
        EventStatus::Overdue | EventStatus::DueToday | EventStatus::Waiting
    )
}

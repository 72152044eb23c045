//! 登记触发事件: something happened that obliges departments to publish.

use lanmu_api::evidence::RegisterEvent;
use lanmu_domain::freshness::late_registration;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Actor;
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::check_event::{CheckedEvent, DUTIES_MAX, check_event};
use super::duplicate::refuse_duplicate;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::to_key;
use crate::entity::{department, event_department, event_duty, trigger_event};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, LoadedDuty, duties_in_force};
use crate::service::post_for;

/// Stores an event in the name of a person and writes it down in the ledger. Gives its id.
///
/// # Errors
/// 422 with every field that is wrong, 403 for a department that the person may not oblige, 422 for
/// a 文号 that was registered before for one of the departments unless it is said to be meant.
pub async fn register_event(
    write: &WriteTx,
    actor: &Actor,
    name: &str,
    request: &RegisterEvent,
) -> Result<i64, Problem> {
    let today = write.now().date_naive();
    // One more than allowed is enough to be refused.
    let ids = request
        .duty_ids
        .iter()
        .take(DUTIES_MAX + 1)
        .copied()
        .collect();
    let filter = DutyFilter::Duties(ids);
    let duties = duties_in_force(write.tx(), write.site_id(), today, &filter).await?;
    let event = check_event(request, &duties, actor, today)?;
    if !request.again {
        refuse_duplicate(write, &event, &duties).await?;
    }
    let id = store(write, actor, name, &event).await?;
    write
        .ledger(
            LedgerAct::EventRegistered,
            entry(write, actor, &event, &duties).await?,
        )
        .await?;
    Ok(id)
}

async fn store(
    write: &WriteTx,
    actor: &Actor,
    name: &str,
    event: &CheckedEvent,
) -> Result<i64, Problem> {
    let stored = trigger_event::ActiveModel {
        site_id: Set(write.site_id()),
        kind: Set(to_key(&event.trigger)),
        title: Set(event.title.clone()),
        document_number: Set(event.document_number.clone()),
        occurred_on: Set(event.occurred_on),
        change_subject: Set(event.change.as_ref().map(to_key)),
        registered_by: Set(Some(actor.person_id)),
        registered_by_name: Set(name.to_owned()),
        registered_at: Set(write.now_utc()),
        cancelled_at: Set(None),
        cancel_reason: Set(None),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let links = event
        .duty_ids
        .iter()
        .map(|duty_id| event_duty::ActiveModel {
            event_id: Set(stored.id),
            duty_id: Set(*duty_id),
        });
    event_duty::Entity::insert_many(links)
        .exec_without_returning(write.tx())
        .await?;
    let obliged: Vec<_> = event
        .department_ids
        .iter()
        .map(|department_id| event_department::ActiveModel {
            event_id: Set(stored.id),
            department_id: Set(*department_id),
        })
        .collect();
    if !obliged.is_empty() {
        event_department::Entity::insert_many(obliged)
            .exec_without_returning(write.tx())
            .await?;
    }
    Ok(stored.id)
}

async fn entry(
    write: &WriteTx,
    actor: &Actor,
    event: &CheckedEvent,
    duties: &[LoadedDuty],
) -> Result<LedgerEntry, Problem> {
    let rows = department::Entity::find()
        .filter(department::Column::Id.is_in(event.department_ids.iter().copied()))
        .order_by_asc(department::Column::Position);
    let names: Vec<String> = rows
        .all(write.tx())
        .await?
        .into_iter()
        .map(|department| department.name)
        .collect();
    // The ledger's filter by department knows one; an event of several is the site's.
    let only = match event.department_ids.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let columns: Vec<String> = duties
        .iter()
        .map(|duty| duty.column_path.join(" / "))
        .collect();
    let number = match event.document_number.as_str() {
        "" => String::new(),
        number => format!("，文号{number}"),
    };
    let late = late_registration(event.occurred_on, write.now().date_naive())
        .map(|late| format!("（{late}）"))
        .unwrap_or_default();
    let change = event
        .change
        .map(|change| format!("（{}）", change.label()))
        .unwrap_or_default();
    Ok(LedgerEntry {
        post: post_for(actor, event.department_ids.first().copied()),
        department_id: only,
        department_name: names.join("、"),
        column_path: columns.first().cloned().unwrap_or_default(),
        subject: event.title.clone(),
        note: format!(
            "{}{change}，发生于{}{late}{number}，涉及{}个栏目：{}。",
            event.trigger.label(),
            long_day(event.occurred_on),
            columns.len(),
            columns.join("；"),
        ),
        ..Default::default()
    })
}

//! What an event would ask for if it were registered: before somebody confirms.

use chrono::NaiveDate;
use lanmu_api::event::{PreviewDue, PreviewDuty, PreviewOwner, PreviewQuery};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{Past, RuleHistory, TriggerEvent, event_standing, parties};
use lanmu_domain::parameters::Timeline;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Actor;
use sea_orm::{ConnectionTrait, DbErr};

use crate::service::freshness::{
    DutyFacts, DutyFilter, LoadedDuty, departments, duties_in_force, figures, work_calendar,
};

/// The duties with a rule for this kind of event that the person may oblige, in the order of the
/// table, each with the due dates that it would get.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn preview<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    actor: &Actor,
    query: PreviewQuery,
) -> Result<Vec<PreviewDuty>, DbErr> {
    let calendar = work_calendar(db, site_id, None).await?;
    let timeline = figures(db, site_id).await?;
    let names = departments(db, site_id).await?;
    let filter = match query.duty_id {
        Some(id) => DutyFilter::Duties(vec![id]),
        None => DutyFilter::All,
    };
    let event = TriggerEvent {
        id: 0,
        trigger: query.trigger,
        department_ids: Vec::new(),
        occurred_on: query.occurred_on,
        registered_on: today,
        title: String::new(),
    };
    let whole = Permission::ManageMatrix.held(actor);
    let may = |id: &i64| Permission::RegisterEvents.held_in(actor, *id);
    Ok(duties_in_force(db, site_id, today, &filter)
        .await?
        .into_iter()
        .filter(|duty| {
            let triggers = duty.rules.iter().flat_map(|rule| rule.rule.triggers());
            triggers.into_iter().any(|kind| *kind == query.trigger)
        })
        .filter(|duty| whole || duty.owners.iter().any(may))
        .map(|duty| PreviewDuty {
            duty_id: duty.id,
            column_path: duty.column_path.clone(),
            mode: duty.mode,
            owners: duty
                .owners
                .iter()
                .filter(|id| may(id))
                .map(|id| PreviewOwner {
                    id: *id,
                    name: names.get(id).map(|d| d.name.clone()).unwrap_or_default(),
                })
                .collect(),
            dues: dues(&duty, &event, (&calendar, &timeline), today)
                .into_iter()
                .filter(|due| whole || due.department_ids.iter().any(may))
                .collect(),
        })
        .collect())
}

fn dues(
    duty: &LoadedDuty,
    event: &TriggerEvent,
    (calendar, timeline): (&WorkCalendar, &Timeline),
    today: NaiveDate,
) -> Vec<PreviewDue> {
    let rules = duty.rules_over_time();
    let facts = DutyFacts::default();
    parties(duty.mode, &duty.owners)
        .into_iter()
        .filter_map(|party| {
            let past = Past {
                rules: RuleHistory(&rules),
                party,
                facts: facts.of(duty, party, today),
                calendar,
                timeline,
            };
            let standing = event_standing(&past, event, today)?;
            Some(PreviewDue {
                department_ids: party.to_vec(),
                due: standing.due,
                status: standing.status,
                unannounced: standing.unannounced,
                arithmetic: standing.arithmetic,
            })
        })
        .collect()
}

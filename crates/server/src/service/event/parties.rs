//! Whom an event obliges, duty by duty, and how each of them stands.

use chrono::NaiveDate;
use lanmu_domain::freshness::{EventStanding, EventStatus, Past, RuleHistory, event_standing};
use lanmu_domain::rule::DutyMode;

use super::facts::{EventFacts, LoadedEvent};
use crate::service::freshness::{DutyFacts, LoadedDuty};

/// What an event asks of one party of one duty.
#[derive(Clone, Debug)]
pub(super) struct Asked<'a> {
    /// The duty.
    pub duty: &'a LoadedDuty,
    /// Who owes it; nobody for a duty without an owner.
    pub departments: Vec<i64>,
    /// Whose people see it: also those who had their part in a shared duty then.
    seen_by: Vec<i64>,
    /// How the party stands with it.
    pub standing: EventStanding,
}

impl Asked<'_> {
    /// Whether somebody sees it who may see these departments.
    pub fn concerns(&self, departments: Option<&[i64]>) -> bool {
        departments.is_none_or(|seen| self.seen_by.iter().any(|id| seen.contains(id)))
    }
}

impl EventFacts {
    /// Everything that an event asks for, in the order of the table.
    pub fn asked_by<'a>(&'a self, event: &LoadedEvent) -> Vec<Asked<'a>> {
        let mut duties: Vec<&LoadedDuty> = event
            .duty_ids
            .iter()
            .filter_map(|id| self.duties.get(id))
            .collect();
        duties.sort_by_key(|duty| (duty.position, duty.id));
        duties
            .into_iter()
            .flat_map(|duty| self.asked_in(event, duty))
            .collect()
    }

    fn asked_in<'a>(&'a self, event: &LoadedEvent, duty: &'a LoadedDuty) -> Vec<Asked<'a>> {
        let facts = DutyFacts {
            publications: self.naming(event.event.id, duty.column_id),
            ..DutyFacts::default()
        };
        let rules = duty.rules_over_time();
        let answering = answering_since(duty, event.event.occurred_on, self.today);
        parties(duty, &answering)
            .into_iter()
            .filter(|party| obliges(event, duty, party))
            .map(|departments| {
                let past = Past {
                    rules: RuleHistory(&rules),
                    party: &departments,
                    facts: facts.of(duty, &departments, self.today),
                    calendar: &self.calendar,
                    timeline: &self.timeline,
                };
                let standing = event_standing(&past, &event.event, self.today);
                let standing = match self.why_not(event, duty, &departments) {
                    Some(why) => not_asked(standing, why),
                    None => standing.unwrap_or_else(|| {
                        not_asked(None, "更新要求已调整，不再因该事件要求更新。")
                    }),
                };
                Asked {
                    duty,
                    seen_by: match duty.mode {
                        DutyMode::Each => departments.clone(),
                        DutyMode::Shared => answering.clone(),
                    },
                    departments,
                    standing,
                }
            })
            .collect()
    }

    /// Why nothing is asked of a party any more, whatever the rules say.
    fn why_not(
        &self,
        event: &LoadedEvent,
        duty: &LoadedDuty,
        party: &[i64],
    ) -> Option<&'static str> {
        if event.row.cancelled_at.is_some() {
            Some("事件已取消，不再要求更新。")
        } else if !duty.is_in_force(self.today) {
            Some("该栏目责任已不在现行责任矩阵中，不再要求更新。")
        } else if !party.iter().all(|id| duty.owners.contains(id)) {
            Some("该栏目责任已移交其他部门，不再要求本部门更新。")
        } else {
            None
        }
    }
}

/// Nothing is asked for any more; what was answered before stays answered.
fn not_asked(standing: Option<EventStanding>, why: &str) -> EventStanding {
    match standing {
        Some(answered) if answered.answer.is_some() => answered,
        _ => EventStanding {
            status: EventStatus::NotAsked,
            due: None,
            unannounced: false,
            arithmetic: why.to_owned(),
            answer: None,
            days_late: 0,
        },
    }
}

/// Everybody who answered for a duty on some day since then, in the order of the cell.
fn answering_since(duty: &LoadedDuty, since: NaiveDate, today: NaiveDate) -> Vec<i64> {
    let mut found = Vec::new();
    for tenure in &duty.tenures {
        let overlaps = tenure.since <= today && tenure.until.is_none_or(|until| until > since);
        if overlaps && !found.contains(&tenure.department_id) {
            found.push(tenure.department_id);
        }
    }
    found
}

fn parties(duty: &LoadedDuty, answering: &[i64]) -> Vec<Vec<i64>> {
    match duty.mode {
        DutyMode::Each if !answering.is_empty() => answering.iter().map(|id| vec![*id]).collect(),
        DutyMode::Shared if !duty.owners.is_empty() => vec![duty.owners.clone()],
        DutyMode::Each | DutyMode::Shared => vec![answering.to_vec()],
    }
}

/// Whether the event means this party; a shared duty that it concerns is everybody's.
fn obliges(event: &LoadedEvent, duty: &LoadedDuty, party: &[i64]) -> bool {
    let named = &event.event.department_ids;
    duty.mode == DutyMode::Shared
        || party.is_empty()
        || named.is_empty()
        || named.iter().any(|id| party.contains(id))
}

//! From facts to obligations: who is judged by what.

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Attestation, Facts, Publication, Tenure, TriggerEvent, judge, parties,
};
use lanmu_domain::parameters::Timeline;
use lanmu_domain::rule::{DutyMode, Rule};

use super::evidence::Evidence;
use super::{DutyStanding, LoadedDuty, Obligation};

/// The facts of one duty, all departments together.
#[derive(Clone, Debug, Default)]
pub struct DutyFacts {
    /// Publications in its column, oldest first, those that were withdrawn left out.
    pub publications: Vec<Publication>,
    /// Events that concern it, those that were cancelled left out.
    pub events: Vec<TriggerEvent>,
    /// Attestations for it.
    pub attestations: Vec<Attestation>,
}

impl DutyFacts {
    /// Takes the facts of a duty out of the evidence.
    pub(super) fn take(duty: &LoadedDuty, evidence: &mut Evidence) -> Self {
        Self {
            // A column can have several duties, so its publications are not taken away.
            publications: evidence
                .publications
                .get(&duty.column_id)
                .cloned()
                .unwrap_or_default(),
            events: evidence.events.remove(&duty.id).unwrap_or_default(),
            attestations: evidence.attestations.remove(&duty.id).unwrap_or_default(),
        }
    }

    /// As the domain reads them for a party of the duty's owners on a day.
    #[must_use]
    pub fn of<'a>(&'a self, duty: &'a LoadedDuty, party: &[i64], day: NaiveDate) -> Facts<'a> {
        // Who owes its own update starts with the day on which it took the duty over.
        let taken_over = taken_over(duty.mode, duty.since, &duty.tenures, party, day);
        Facts {
            since: taken_over.unwrap_or(duty.since),
            taken_over,
            publications: &self.publications,
            events: &self.events,
            attestations: &self.attestations,
            former: match duty.mode {
                DutyMode::Shared => &duty.tenures,
                DutyMode::Each => &[],
            },
            closures: &duty.closures,
        }
    }
}

/// The day on which somebody who owes its own update took the duty over, if it did not have it from
/// the beginning.
pub(super) fn taken_over(
    mode: DutyMode,
    since: NaiveDate,
    tenures: &[Tenure],
    party: &[i64],
    day: NaiveDate,
) -> Option<NaiveDate> {
    let (DutyMode::Each, [own]) = (mode, party) else {
        return None;
    };
    tenures
        .iter()
        .filter(|tenure| tenure.department_id == *own && tenure.covers(day))
        .map(|tenure| tenure.since)
        .find(|first| *first > since)
}

/// Judges one duty: once for each owner where every owner owes its own update, otherwise once.
pub(super) fn judge_duty(
    duty: LoadedDuty,
    facts: &DutyFacts,
    calendar: &WorkCalendar,
    timeline: &Timeline,
    today: NaiveDate,
) -> DutyStanding {
    let obligations = parties(duty.mode, &duty.owners)
        .into_iter()
        .map(|party| Obligation {
            departments: party.to_vec(),
            judgement: judge(
                &duty.rules,
                party,
                &facts.of(&duty, party, today),
                calendar,
                timeline,
                today,
            ),
        })
        .collect();
    let open_events = open_events(&duty, facts, today);
    DutyStanding {
        duty,
        obligations,
        open_events,
    }
}

/// The events that somebody whom they oblige has not answered yet, earliest first.
fn open_events(duty: &LoadedDuty, facts: &DutyFacts, today: NaiveDate) -> Vec<TriggerEvent> {
    let obliges = |event: &TriggerEvent| {
        duty.rules.iter().any(|applied| match &applied.rule {
            Rule::Event { triggers, .. } => triggers.contains(&event.trigger),
            _ => false,
        })
    };
    // Of what is owed together the answer of a former owner is one.
    let formerly = |id: i64| {
        duty.mode == DutyMode::Shared && duty.tenures.iter().any(|t| t.department_id == id)
    };
    let answered = |event: &TriggerEvent, party: &[i64]| {
        facts.publications.iter().any(|publication| {
            (party.is_empty()
                || party.contains(&publication.department_id)
                || formerly(publication.department_id))
                && publication.event_ids.contains(&event.id)
        })
    };
    let mut open: Vec<TriggerEvent> = facts
        .events
        .iter()
        .filter(|event| event.occurred_on <= today && obliges(event))
        .filter(|event| {
            parties(duty.mode, &duty.owners)
                .into_iter()
                .filter(|party| {
                    party.is_empty()
                        || event.department_ids.is_empty()
                        || event.department_ids.iter().any(|id| party.contains(id))
                })
                .any(|party| !answered(event, party))
        })
        .cloned()
        .collect();
    open.sort_by_key(|event| (event.occurred_on, event.id));
    open
}

//! From sums to statuses.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Closure, Facts, Status, Summary, Tenure, TriggerEvent, assess_summary, parties,
};
use lanmu_domain::parameters::Timeline;
use lanmu_domain::rule::{AppliedRule, DutyMode, Rule};

use super::super::judging::taken_over;

/// A duty as far as its status depends on it.
pub(super) struct Duty {
    pub id: i64,
    pub column_id: i64,
    pub mode: DutyMode,
    pub rules: Arc<[AppliedRule]>,
    pub since: NaiveDate,
    /// Everybody who answers, answered or will answer for it.
    pub tenures: Vec<Tenure>,
    /// Those who answer today.
    pub owners: Vec<i64>,
    pub closures: Vec<Closure>,
    /// What waits for whom; nobody where nobody owns the duty.
    pub waiting: Vec<(Option<i64>, TriggerEvent)>,
    /// The last attestation of each department.
    pub attested: Vec<(i64, NaiveDate)>,
}

/// A site on a day.
pub(super) struct Site {
    pub today: NaiveDate,
    pub calendar: WorkCalendar,
    pub timeline: Timeline,
    pub duties: Vec<Duty>,
    /// What each department published, by column.
    pub published: HashMap<i64, Vec<(i64, Summary)>>,
}

impl Duty {
    /// Whether somebody who no longer answers for it did so before, in common with others.
    pub fn has_former_owners(&self, today: NaiveDate) -> bool {
        let former =
            |tenure: &Tenure| tenure.since <= today && !self.owners.contains(&tenure.department_id);
        self.mode == DutyMode::Shared && !self.owners.is_empty() && self.tenures.iter().any(former)
    }

    /// Whether more than the last publication of each owner is asked for.
    pub fn needs_sums(&self) -> bool {
        let counts = |applied: &AppliedRule| {
            matches!(applied.rule, Rule::Count { .. } | Rule::MaximumAge { .. })
        };
        self.owners.is_empty() || self.rules.iter().any(counts)
    }

    /// The events that wait for all departments of a party.
    fn waiting_for(&self, party: &[i64]) -> Vec<TriggerEvent> {
        let mut waiting: Vec<TriggerEvent> = Vec::new();
        for (_, event) in &self.waiting {
            let for_all = |event: &TriggerEvent| {
                let of = |id: &i64| {
                    let same = |(of, other): &(Option<i64>, TriggerEvent)| {
                        *of == Some(*id) && other.id == event.id
                    };
                    self.waiting.iter().any(same)
                };
                party.iter().all(of)
            };
            if for_all(event) && waiting.iter().all(|other| other.id != event.id) {
                waiting.push(event.clone());
            }
        }
        waiting
    }
}

impl Site {
    /// The duties whose statuses no sum tells.
    pub fn with_former_owners(&self) -> Vec<i64> {
        let changed = |duty: &&Duty| duty.has_former_owners(self.today);
        self.duties.iter().filter(changed).map(|d| d.id).collect()
    }

    /// The statuses of all obligations of all other duties.
    pub fn statuses(&self) -> Vec<Status> {
        let mut statuses = Vec::with_capacity(self.duties.len());
        let told = |duty: &&Duty| !duty.has_former_owners(self.today);
        for duty in self.duties.iter().filter(told) {
            for party in parties(duty.mode, &duty.owners) {
                statuses.push(self.status(duty, party));
            }
        }
        statuses
    }

    fn status(&self, duty: &Duty, party: &[i64]) -> Status {
        let waiting = duty.waiting_for(party);
        let taken_over = taken_over(duty.mode, duty.since, &duty.tenures, party, self.today);
        let facts = Facts {
            taken_over,
            events: &waiting,
            closures: &duty.closures,
            ..Facts::none(taken_over.unwrap_or(duty.since))
        };
        assess_summary(
            &duty.rules,
            party,
            &facts,
            &self.summary(duty, party),
            &self.calendar,
            &self.timeline,
            self.today,
        )
        .status
    }

    /// What a party did; what anybody did where nobody owns the duty.
    pub fn summary(&self, duty: &Duty, party: &[i64]) -> Summary {
        let counts = |id: &i64| party.is_empty() || party.contains(id);
        let mut all = Summary::default();
        let published = self.published.get(&duty.column_id).into_iter().flatten();
        for (_, one) in published.filter(|(id, _)| counts(id)) {
            all.add(one);
        }
        let attested = duty.attested.iter().filter(|(id, _)| counts(id));
        all.attested_on = attested.map(|(_, on)| *on).max();
        all
    }
}

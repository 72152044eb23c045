//! The past of a duty: how it stood on every day of a span.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Assessment, Facts, Status, assess};
use crate::calendar::WorkCalendar;
use crate::parameters::Timeline;
use crate::rule::AppliedRule;

/// The rules of a duty over time: first days and rules, ascending. Before the first day the first
/// rules held.
#[derive(Clone, Copy, Debug)]
pub struct RuleHistory<'a>(pub &'a [(NaiveDate, Vec<AppliedRule>)]);

impl<'a> RuleHistory<'a> {
    /// The rules on a day.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> &'a [AppliedRule] {
        let after = self.0.partition_point(|(from, _)| *from <= day);
        self.0
            .get(after.saturating_sub(1))
            .map_or(&[], |(_, rules)| rules.as_slice())
    }
}

/// Everything by which one party's past is judged.
#[derive(Clone, Copy)]
pub struct Past<'a> {
    /// The rules over time.
    pub rules: RuleHistory<'a>,
    /// The departments that are judged together; see [`super::parties`].
    pub party: &'a [i64],
    /// What is known today of publications, events, attestations, owners and closures.
    pub facts: Facts<'a>,
    /// The working-day calendar.
    pub calendar: &'a WorkCalendar,
    /// The figures over time.
    pub timeline: &'a Timeline,
}

impl Past<'_> {
    /// How the party stood at the end of a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Assessment {
        let rules = self.rules.on(day);
        assess(
            rules,
            self.party,
            &self.facts,
            self.calendar,
            self.timeline,
            day,
        )
    }
}

/// Days in a row with the same status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatusRun {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The status at the end of each of these days.
    pub status: Status,
}

/// How a party stood on every day from `from` to `to`, both included, days of the same status
/// together. Days before the duty began are left out.
#[must_use]
pub fn status_runs(past: &Past<'_>, from: NaiveDate, to: NaiveDate) -> Vec<StatusRun> {
    let mut runs: Vec<StatusRun> = Vec::new();
    let first = from.max(past.facts.since);
    for day in first.iter_days().take_while(|day| *day <= to) {
        let status = past.on(day).status;
        match runs.last_mut() {
            Some(run) if run.status == status => run.to = day,
            _ => runs.push(StatusRun {
                from: day,
                to: day,
                status,
            }),
        }
    }
    runs
}

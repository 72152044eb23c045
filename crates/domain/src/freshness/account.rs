//! 按时率: what a department owed in a period, how much of it was on time, how many days late.
//!
//! Every obligation that ran in the period counts once: a column with a clock (time, number or
//! age), and each event that fell due in the period or was late in it. It is on time if no day of
//! the period on which the department answered for it was late. A day is late when it began after
//! the due date had passed: due on the 3rd and published on the 5th is two days late. No day is late
//! on which the column was closed, nor the one on which it was opened again: when it began, no
//! clock ran.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::{Deadline, deadline};
use super::evidence::Party;
use super::history::{Past, RuleHistory};
use super::obligation::answer;
use super::outcome::Conditions;
use super::{Status, Tenure, TriggerEvent};
use crate::rule::{AppliedRule, Rule};

/// What one department answers for in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Obligations that ran in the period.
    pub obligations: u32,
    /// Those without a late day.
    pub on_time: u32,
    /// Late days of all of them together.
    pub late_days: u32,
    /// What was late, by due date.
    pub late: Vec<Lateness>,
}

/// Something that was late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Lateness {
    /// The event that was not answered in time; `None` for a column that grew stale.
    pub event_id: Option<i64>,
    /// The due date that passed.
    pub due: NaiveDate,
    /// The day on which it was made good; `None` if it was not, within the period.
    pub settled_on: Option<NaiveDate>,
    /// Late days within the period for which the department answers.
    pub days: u32,
}

/// The account of a department for the days from `from` to `to`, both included, neither after
/// today. Days outside its `tenure` are other departments': each answers for its own part.
#[must_use]
pub fn account(past: &Past<'_>, tenure: Tenure, from: NaiveDate, to: NaiveDate) -> Account {
    let mut account = Account::default();
    let last = tenure.until.and_then(|until| until.pred_opt());
    let span = (from.max(tenure.since), last.map_or(to, |last| last.min(to)));
    if span.0 > span.1 {
        return account;
    }
    column(past, span, &mut account);
    for event in past.facts.events {
        of_event(past, event, span, &mut account);
    }
    account.late.sort_by_key(|late| (late.due, late.event_id));
    account
}

/// The column itself: every rule but those on events.
fn column(past: &Past<'_>, (from, to): (NaiveDate, NaiveDate), account: &mut Account) {
    let steps: Vec<(NaiveDate, Vec<AppliedRule>)> = past
        .rules
        .0
        .iter()
        .map(|(day, rules)| (*day, without_events(rules)))
        .collect();
    let past = Past {
        rules: RuleHistory(&steps),
        ..*past
    };
    let mut late: Option<Lateness> = None;
    let mut runs = false;
    let mut found = Vec::new();
    let mut before = from.pred_opt().map(|day| past.on(day));
    for day in from.iter_days().take_while(|day| *day <= to) {
        let now = past.on(day);
        if now.status != Status::NoClock {
            runs |= now.due.is_some();
            let passed = before
                .and_then(|before| before.due)
                .filter(|due| *due < day);
            if let Some(due) = passed {
                let open = late.get_or_insert(Lateness {
                    event_id: None,
                    due,
                    settled_on: None,
                    days: 0,
                });
                open.days += 1;
                if now.due.is_none_or(|due| due >= day) {
                    open.settled_on = Some(day);
                    found.extend(late.take());
                }
            }
        } else if let Some(ended) = late.take() {
            found.push(ended);
        }
        before = Some(now);
    }
    found.extend(late);
    if runs {
        account.close(found);
    }
}

fn without_events(rules: &[AppliedRule]) -> Vec<AppliedRule> {
    rules
        .iter()
        .filter(|applied| !matches!(applied.rule, Rule::Event { .. }))
        .cloned()
        .collect()
}

/// One event, if it obliges the party and its due date lies in the span, or it was late in it.
fn of_event(
    past: &Past<'_>,
    event: &TriggerEvent,
    (from, to): (NaiveDate, NaiveDate),
    account: &mut Account,
) {
    let party = Party::of(past.party, &past.facts);
    if event.occurred_on > to || !party.is_obliged_by(event) {
        return;
    }
    let on = Conditions::of(&past.facts, past.calendar, past.timeline, to);
    let rules = past.rules.on(event.occurred_on.max(past.facts.since));
    let Some(Deadline { due, .. }) = deadline(rules, event, past.facts.taken_over, on) else {
        return;
    };
    let settled_on = answer(past, event, to).map(|(_, day)| day);
    let first_late = due.succ_opt().unwrap_or(due).max(from);
    let last_late = settled_on.unwrap_or(to).min(to);
    let began_open = |day: NaiveDate| day.pred_opt().is_none_or(|day| !on.closures.covers(day));
    let days = first_late
        .iter_days()
        .take_while(|day| *day <= last_late)
        .filter(|day| !on.closures.covers(*day) && began_open(*day))
        .count();
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    if days > 0 {
        account.close(vec![Lateness {
            event_id: Some(event.id),
            due,
            settled_on,
            days,
        }]);
    } else if (from..=to).contains(&due) {
        account.close(Vec::new());
    }
}

impl Account {
    /// Adds an obligation with what was late about it.
    fn close(&mut self, late: Vec<Lateness>) {
        self.obligations += 1;
        if late.is_empty() {
            self.on_time += 1;
        }
        self.late_days += late.iter().map(|late| late.days).sum::<u32>();
        self.late.extend(late);
    }

    /// Adds the account of another duty.
    pub fn add(&mut self, other: &Self) {
        self.obligations += other.obligations;
        self.on_time += other.on_time;
        self.late_days += other.late_days;
        self.late.extend(other.late.iter().cloned());
    }
}

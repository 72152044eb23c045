//! “文件发布3日内”: an update after each event.

use chrono::NaiveDate;

use super::Status;
use super::evidence::{Evidence, Party};
use super::outcome::{Conditions, Ground, Outcome};
use super::{Facts, TriggerEvent};
use crate::rule::{AppliedRule, Limit, Rule, Trigger};

/// An event that waits, with its deadline.
struct Waiting<'a> {
    event: &'a TriggerEvent,
    limit: Limit,
    start: NaiveDate,
    due: NaiveDate,
    unannounced: bool,
}

/// Every event of these kinds up to today that obliges the party has its deadline, until a
/// publication of the party names it. The earliest deadline decides. No event waiting: fresh,
/// nothing due.
pub(super) fn event<'a>(
    applied: &AppliedRule,
    (triggers, limit): (&[Trigger], Limit),
    facts: &Facts<'a>,
    party: Party<'_>,
    evidence: &Evidence,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let mut first: Option<Waiting<'a>> = None;
    let mut open = 0;
    for event in facts.events {
        let waits = event.occurred_on <= on.today
            && triggers.contains(&event.trigger)
            && party.is_obliged_by(event)
            && !evidence.discharges(event.id);
        if !waits {
            continue;
        }
        open += 1;
        let limit = limit_of(applied, limit, event, on);
        let start = start_of(applied, facts.taken_over, event);
        if let Some(first) = &first {
            // Of equal limits a later start never ends earlier.
            let key = (start, event.occurred_on, event.id);
            let held = (first.start, first.event.occurred_on, first.event.id);
            if first.limit == limit && key >= held {
                continue;
            }
        }
        let (due, unannounced) = on.closures.limit_end(start, limit, on.calendar, on.today);
        let key = (due, event.occurred_on, event.id);
        let earlier = first
            .as_ref()
            .is_none_or(|first| key < (first.due, first.event.occurred_on, first.event.id));
        if earlier {
            first = Some(Waiting {
                event,
                limit,
                start,
                due,
                unannounced,
            });
        }
    }
    let Some(first) = first else {
        return Outcome::without_due(Status::Fresh, Ground::NoEvent);
    };
    let ground = Ground::Event {
        event: first.event,
        limit: first.limit,
        start: first.start,
        closed: on.closures.days(first.start, first.due.min(on.today)) > 0,
        open,
    };
    Outcome {
        unannounced: first.unannounced,
        event_id: Some(first.event.id),
        ..Outcome::due_on(
            on.status_of(first.due, on.parameters.soon_short_days),
            first.due,
            ground,
        )
    }
}

/// When the update that an event asks for is due.
#[derive(Clone, Copy)]
pub(super) struct Deadline {
    pub(super) limit: Limit,
    /// The day from which it counts.
    pub(super) start: NaiveDate,
    pub(super) due: NaiveDate,
    pub(super) unannounced: bool,
}

/// The earliest deadline that the rules set for one event; `None` where no rule asks for anything.
pub(super) fn deadline(
    rules: &[AppliedRule],
    event: &TriggerEvent,
    taken_over: Option<NaiveDate>,
    on: Conditions<'_>,
) -> Option<Deadline> {
    rules
        .iter()
        .filter_map(|applied| match &applied.rule {
            Rule::Event { triggers, limit } if triggers.contains(&event.trigger) => {
                let limit = limit_of(applied, *limit, event, on);
                let start = start_of(applied, taken_over, event);
                let (due, unannounced) = on.closures.limit_end(start, limit, on.calendar, on.today);
                Some(Deadline {
                    limit,
                    start,
                    due,
                    unannounced,
                })
            }
            _ => None,
        })
        .min_by_key(|deadline| deadline.due)
}

/// The limit that was in force on the day of the event.
fn limit_of(
    applied: &AppliedRule,
    limit: Limit,
    event: &TriggerEvent,
    on: Conditions<'_>,
) -> Limit {
    let figures = on.timeline.on(event.occurred_on);
    let figure = applied.figure.and_then(|figure| figures.limit(figure));
    figure.unwrap_or(limit)
}

/// The day from which it counts: that of the event, but not before the party took the duty over
/// or the rule was set.
fn start_of(
    applied: &AppliedRule,
    taken_over: Option<NaiveDate>,
    event: &TriggerEvent,
) -> NaiveDate {
    let set = applied.effective_from.unwrap_or(NaiveDate::MIN);
    let taken_over = taken_over.unwrap_or(NaiveDate::MIN);
    event.occurred_on.max(taken_over).max(set)
}

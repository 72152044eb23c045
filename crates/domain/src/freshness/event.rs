//! “文件发布3日内”: an update after each event.

use super::Status;
use super::evidence::{Evidence, Party};
use super::outcome::{Conditions, Ground, Outcome};
use super::{Facts, TriggerEvent};
use crate::rule::{Limit, Trigger};

/// Every event of these kinds up to today that obliges the party has its deadline, until a
/// publication of the party names it. The earliest deadline decides. No event waiting: fresh,
/// nothing due.
pub(super) fn event<'a>(
    triggers: &[Trigger],
    limit: Limit,
    facts: &Facts<'a>,
    party: Party<'_>,
    evidence: &Evidence<'_>,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let mut first: Option<&'a TriggerEvent> = None;
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
        // A later start never ends earlier, so the first event has the earliest deadline.
        let key = (event.occurred_on, event.id);
        if first.is_none_or(|first| key < (first.occurred_on, first.id)) {
            first = Some(event);
        }
    }
    let Some(event) = first else {
        return Outcome::without_due(Status::Fresh, Ground::NoEvent);
    };
    let (due, unannounced) = on.calendar.deadline_day(event.occurred_on, limit);
    Outcome {
        unannounced,
        event_id: Some(event.id),
        ..Outcome::due_on(
            on.status_of(due, on.parameters.soon_short_days),
            due,
            Ground::Event { event, limit, open },
        )
    }
}

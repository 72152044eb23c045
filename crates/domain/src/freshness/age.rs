//! “信息内容原则上不能超过一年”: old items must be taken down.

use super::Status;
use super::elapsed::{due_after, why_later};
use super::evidence::Summary;
use super::outcome::{Conditions, Ground, Outcome};
use crate::rule::{AppliedRule, Period};

/// The oldest item online must be taken down or archived by the day on which it is a period old.
/// The facts must hold the publications still online and no others. An empty column breaks
/// nothing here: fresh, nothing due.
///
/// The one rule under which a further publication, if it is older than all others, moves the due
/// date to an earlier day: it is an item to take down, not an update.
pub(super) fn age<'a>(
    applied: &AppliedRule,
    period: Period,
    done: &Summary,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let Some(oldest) = done.oldest_on else {
        let ground = Ground::Age {
            period,
            oldest: None,
            put_off: None,
        };
        return Outcome::without_due(Status::Fresh, ground);
    };
    let due = due_after(applied, period, oldest, on);
    let ground = Ground::Age {
        period,
        oldest: Some(oldest),
        put_off: why_later(applied, oldest, period, due, on),
    };
    Outcome::due_on(on.status_of(due, on.soon_days(period)), due, ground)
}

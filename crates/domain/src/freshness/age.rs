//! “信息内容原则上不能超过一年”: old items must be taken down.

use super::Status;
use super::evidence::Evidence;
use super::outcome::{Conditions, Ground, Outcome};
use crate::calendar::add_period;
use crate::rule::Period;

/// The oldest item online must be taken down or archived by the day on which it is a period old.
/// The facts must hold the publications still online and no others. An empty column breaks
/// nothing here: fresh, nothing due.
///
/// The one rule under which a further publication, if it is older than all others, moves the due
/// date to an earlier day: it is an item to take down, not an update.
pub(super) fn age<'a>(period: Period, evidence: &Evidence<'_>, on: Conditions<'_>) -> Outcome<'a> {
    let ground = Ground::Age {
        period,
        oldest: evidence.oldest_on,
    };
    let Some(oldest) = evidence.oldest_on else {
        return Outcome::without_due(Status::Fresh, ground);
    };
    let due = add_period(oldest, period);
    Outcome::due_on(on.status_of(due, on.soon_days(period)), due, ground)
}

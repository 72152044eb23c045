//! How often a column is updated, and on which day it was updated last so that it stands today as
//! it shall.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use lanmu_domain::freshness::Status;
use lanmu_domain::rule::{AppliedRule, Period, Rule, Trigger};

use super::dice::Dice;

/// How far back the history reaches, in days: about fourteen months.
pub(super) const REACH: i64 = 425;

/// The shortest and the longest distance between two updates of a column with these rules, in
/// days; `None` where nothing ever obliges.
pub(super) fn distances(rules: &[AppliedRule]) -> Option<(i64, i64)> {
    rules
        .iter()
        .filter_map(|applied| of_rule(&applied.rule))
        .min()
}

fn of_rule(rule: &Rule) -> Option<(i64, i64)> {
    match rule {
        Rule::Elapsed { period } => Some(match period {
            Period::Days(days @ ..=31) => {
                let days = i64::from(*days);
                ((days * 2 / 5).max(2), (days * 9 / 10).max(3))
            }
            Period::Months(1..=6) | Period::Days(..=186) => (45, 150),
            _ => (130, 340),
        }),
        Rule::Count { .. } => Some((60, 100)),
        Rule::MaximumAge { .. } => Some((15, 45)),
        Rule::Event { triggers, .. } => Some(if triggers.contains(&Trigger::Activity) {
            (15, 40)
        } else if triggers.contains(&Trigger::DocumentIssued) {
            (30, 90)
        } else {
            (110, 330)
        }),
        Rule::Reply | Rule::External => None,
    }
}

/// A series of update days, latest first: the last one `offset` days before today, the others at
/// the distances given, back to the reach of the history.
pub(super) fn series(today: NaiveDate, offset: i64, distances: &[i64]) -> Vec<NaiveDate> {
    let mut back = offset;
    let mut days = Vec::new();
    let mut steps = distances.iter().copied().cycle();
    while back <= REACH || days.is_empty() {
        let Some(day) = before(today, back) else {
            break;
        };
        days.push(day);
        match steps.next() {
            Some(step) if step > 0 => back += step,
            _ => break,
        }
    }
    days
}

/// The day so many days before.
pub(super) fn before(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::try_from(days).ok()?))
}

/// For each status the span of days since the last update that leads to it. Statuses get more
/// urgent the longer ago the last update is, so four searches by halving find the bounds.
#[derive(Clone, Debug)]
pub(super) struct Spans {
    /// First day of due soon, of due today and of overdue, in days since the last update.
    bounds: [i64; 3],
}

impl Spans {
    /// Finds the bounds with `status_after`, which tells the status when the last update was so
    /// many days ago.
    pub(super) fn find(mut status_after: impl FnMut(i64) -> Status) -> Self {
        let mut first = |least: Status| {
            let (mut low, mut high) = (1, REACH + 1);
            while low < high {
                let middle = low.midpoint(high);
                // Statuses are ordered from the most urgent down.
                if status_after(middle) <= least {
                    high = middle
                } else {
                    low = middle + 1
                }
            }
            low
        };
        Self {
            bounds: [
                first(Status::DueSoon),
                first(Status::DueToday),
                first(Status::Overdue),
            ],
        }
    }

    /// How many days ago the last update shall be for a status; `None` where no number of days
    /// leads to it.
    pub(super) fn offset(&self, status: Status, dice: &mut Dice) -> Option<i64> {
        let [soon, today, overdue] = self.bounds;
        let (low, high) = match status {
            Status::Fresh => (1, soon - 1),
            Status::DueSoon => (soon, today - 1),
            Status::DueToday => (today, overdue - 1),
            // Overdue by a few days where updates are frequent, by up to some weeks otherwise.
            Status::Overdue => (overdue, (overdue + 2 + overdue / 8).min(REACH)),
            Status::Blank | Status::NoClock => return None,
        };
        (low <= high && high <= REACH).then(|| dice.between(low, high))
    }
}

/// Spans by rules: columns with the same rules have the same.
pub(super) type SpanCache = HashMap<Vec<AppliedRule>, Spans>;

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use lanmu_domain::freshness::Status;

    use super::{Dice, Spans, series};

    #[test]
    fn spans_follow_the_bounds() {
        let spans = Spans::find(|days| match days {
            ..=11 => Status::Fresh,
            12..=13 => Status::DueSoon,
            14 => Status::DueToday,
            _ => Status::Overdue,
        });
        let mut dice = Dice::seeded(&[1]);
        assert_eq!(spans.offset(Status::DueToday, &mut dice), Some(14));
        assert!(
            spans
                .offset(Status::Fresh, &mut dice)
                .is_some_and(|days| days < 12)
        );
        assert!(
            spans
                .offset(Status::Overdue, &mut dice)
                .is_some_and(|days| days > 14)
        );
    }

    #[test]
    fn a_column_that_is_never_overdue_has_no_such_offset() {
        let spans = Spans::find(|_| Status::Fresh);
        let mut dice = Dice::seeded(&[1]);
        assert_eq!(spans.offset(Status::Overdue, &mut dice), None);
        assert!(spans.offset(Status::Fresh, &mut dice).is_some());
    }

    #[test]
    fn a_series_starts_at_its_offset_and_ends_within_reach() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let days = series(today, 3, &[100]);
        assert_eq!(days.len(), 5);
        assert_eq!(
            days[0],
            NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default()
        );
    }
}

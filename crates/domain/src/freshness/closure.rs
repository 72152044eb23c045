//! Closed columns: the clock stops while a column is closed.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::{WorkCalendar, add_period};
use crate::rule::{Limit, Period};

/// A time during which a column was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closure {
    /// First day on which it was closed.
    pub closed_on: NaiveDate,
    /// First day on which it was open again; `None` while it is closed.
    pub reopened_on: Option<NaiveDate>,
}

impl Closure {
    /// Whether the column was closed on a day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.closed_on <= day && self.reopened_on.is_none_or(|reopened| day < reopened)
    }
}

/// The closures of a column, in any order; they may overlap, since a column is closed also while
/// one above it is.
#[derive(Clone, Copy)]
pub(super) struct Closures<'a>(pub(super) &'a [Closure]);

impl Closures<'_> {
    /// Since when the column has been closed on a day; `None` if it is open.
    pub(super) fn since(self, day: NaiveDate) -> Option<NaiveDate> {
        if !self.covers(day) {
            return None;
        }
        let mut since = day;
        // Closures that touch or overlap are one.
        while let Some(earlier) = self
            .0
            .iter()
            .filter(|c| c.closed_on < since)
            .filter(|c| c.reopened_on.is_none_or(|reopened| since <= reopened))
            .map(|c| c.closed_on)
            .min()
        {
            since = earlier;
        }
        Some(since)
    }

    /// Whether the column was closed on a day.
    pub(super) fn covers(self, day: NaiveDate) -> bool {
        self.0.iter().any(|closure| closure.covers(day))
    }

    /// How many days after `start`, up to `end`, the column was closed.
    pub(super) fn days(self, start: NaiveDate, end: NaiveDate) -> u64 {
        if self.0.is_empty() {
            return 0;
        }
        let after = start.iter_days().skip(1).take_while(|day| *day <= end);
        after.filter(|day| self.covers(*day)).count() as u64
    }

    /// The end of a period in which closed days do not count: each of them moves the start by a
    /// day. Months are added last, so that of two starts the later never ends earlier, whatever
    /// the lengths of the months. For a column that is open on the day of the judgement, so that
    /// every closure which has begun has ended; those that have not begun do not count yet.
    pub(super) fn period_end(
        self,
        start: NaiveDate,
        period: Period,
        today: NaiveDate,
    ) -> NaiveDate {
        let mut end = add_period(start, period);
        if self.0.is_empty() {
            return end;
        }
        loop {
            let closed = Days::new(self.days(start, end.min(today)));
            let moved = start.checked_add_days(closed).unwrap_or(NaiveDate::MAX);
            let later = add_period(moved, period);
            if later <= end {
                return end;
            }
            end = later;
        }
    }

    /// The last day of a limit, closed days not counted, and whether a year without an announced
    /// arrangement was touched.
    pub(super) fn limit_end(
        self,
        start: NaiveDate,
        limit: Limit,
        calendar: &WorkCalendar,
        today: NaiveDate,
    ) -> (NaiveDate, bool) {
        if self.0.is_empty() {
            return calendar.deadline_day(start, limit);
        }
        let end = calendar.end_of_open(start, limit, |day| day > today || !self.covers(day));
        (end.day, end.unannounced)
    }
}

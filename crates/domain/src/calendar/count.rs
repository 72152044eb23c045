//! Counting days. Nothing here panics at the ends of [`NaiveDate`]: results saturate.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{DayKind, Deadline, WorkCalendar};
use crate::rule::{Limit, Period};

/// Where a limit ends, without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    /// The day on which the count itself ends, before it moves off a day off.
    pub(crate) counted: NaiveDate,
    /// The last day.
    pub(crate) day: NaiveDate,
    /// Whether a year without an announced arrangement was touched.
    pub(crate) unannounced: bool,
}

impl WorkCalendar {
    /// What a day is. In a year that is not announced: weekends, the statutory days where they are
    /// known, and local days off.
    #[must_use]
    pub fn day_kind(&self, day: NaiveDate) -> DayKind {
        if let Some(year) = self.arrangement(day.year()) {
            if year.off.contains(&day) || year.local.contains_key(&day) {
                return DayKind::Holiday;
            }
            if year.work.contains(&day) {
                return DayKind::MakeUp;
            }
        }
        if is_weekend(day) {
            DayKind::Weekend
        } else {
            DayKind::Work
        }
    }

    /// Whether offices are open on a day.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        self.day_kind(day).is_working()
    }

    /// How many working days lie after `from`, up to and with `to`; none where `to` is not later.
    #[must_use]
    pub fn working_days_after(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.is_working_day(*day)).count()).unwrap_or(u32::MAX)
    }

    /// Whether the State Council's arrangement of a year is known here.
    #[must_use]
    pub fn is_announced(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// The day itself if it is a working day, otherwise the next one that is. Saturates at
    /// [`NaiveDate::MAX`].
    #[must_use]
    pub fn next_working_day_on_or_after(&self, day: NaiveDate) -> NaiveDate {
        self.roll(day, |_| true).0
    }

    /// The last day of a limit that starts on `start`, which is not counted itself, with the
    /// arithmetic in words.
    ///
    /// - [`Limit::WorkingDays`]`(n)`: the n-th working day after `start`;
    /// - [`Limit::CalendarDays`]`(n)`: n days after `start`, moved to the next working day if that
    ///   is a day off (民法典 203).
    ///
    /// A limit of nothing ends on `start`, moved likewise. Saturates at [`NaiveDate::MAX`].
    #[must_use]
    pub fn deadline(&self, start: NaiveDate, limit: Limit) -> Deadline {
        self.deadline_after(start, "", limit)
    }

    /// The same day as [`WorkCalendar::deadline`], whose sentence says what happened on `start`,
    /// e.g. 发文: “2026年2月13日（周五）发文，次日起第 3 个工作日为…”.
    #[must_use]
    pub fn deadline_after(&self, start: NaiveDate, happened: &str, limit: Limit) -> Deadline {
        let end = self.end_of(start, limit);
        Deadline {
            day: end.day,
            unannounced: end.unannounced,
            arithmetic: self.explain(start, happened, limit, end),
        }
    }

    /// The last day of a limit and whether an unannounced year was touched; no words, no
    /// allocation.
    #[must_use]
    pub fn deadline_day(&self, start: NaiveDate, limit: Limit) -> (NaiveDate, bool) {
        let end = self.end_of(start, limit);
        (end.day, end.unannounced)
    }

    pub(crate) fn end_of(&self, start: NaiveDate, limit: Limit) -> End {
        self.end_of_open(start, limit, |_| true)
    }

    /// As [`WorkCalendar::deadline_day`], where days that are not `open` do not count and are no
    /// last days.
    pub(crate) fn end_of_open(
        &self,
        start: NaiveDate,
        limit: Limit,
        open: impl Fn(NaiveDate) -> bool,
    ) -> End {
        match limit {
            Limit::WorkingDays(0) | Limit::CalendarDays(0) => self.rolled(start, open),
            Limit::CalendarDays(n) => {
                let counted = count_days(start, n, &open);
                self.rolled(counted, open)
            }
            Limit::WorkingDays(n) => self.nth_working_day(start, n, open),
        }
    }

    fn rolled(&self, counted: NaiveDate, open: impl Fn(NaiveDate) -> bool) -> End {
        let (day, unannounced) = self.roll(counted, open);
        End {
            counted,
            day,
            unannounced,
        }
    }

    fn roll(&self, mut day: NaiveDate, open: impl Fn(NaiveDate) -> bool) -> (NaiveDate, bool) {
        let mut unannounced = !self.is_announced(day.year());
        while !(self.is_working_day(day) && open(day)) {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            unannounced |= !self.is_announced(day.year());
        }
        (day, unannounced)
    }

    fn nth_working_day(&self, start: NaiveDate, n: u16, open: impl Fn(NaiveDate) -> bool) -> End {
        let (mut day, mut left, mut unannounced) = (start, n, false);
        while left > 0 {
            let Some(next) = day.succ_opt() else { break };
            day = next;
            unannounced |= !self.is_announced(day.year());
            if self.is_working_day(day) && open(day) {
                left -= 1;
            }
        }
        End {
            counted: day,
            day,
            unannounced,
        }
    }
}

/// A span of calendar time after a day, without moving off days off: the inspection measures
/// elapsed time. Months clamp to the end of the month (民法典 202): 2024-01-31 and a month is
/// 2024-02-29. Saturates at [`NaiveDate::MAX`].
#[must_use]
pub fn add_period(day: NaiveDate, period: Period) -> NaiveDate {
    match period {
        Period::Days(n) => day.checked_add_days(Days::new(u64::from(n))),
        Period::Months(n) => day.checked_add_months(Months::new(u32::from(n))),
    }
    .unwrap_or(NaiveDate::MAX)
}

/// The n-th open day after a day.
fn count_days(start: NaiveDate, n: u16, open: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut left = n;
    let mut day = start;
    while left > 0 {
        let Some(next) = day.succ_opt() else { break };
        day = next;
        if open(day) {
            left -= 1;
        }
    }
    day
}

pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

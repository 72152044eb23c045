//! Days for the naive model, counted one by one.

use chrono::{Datelike, NaiveDate, Weekday};

use super::worlds::CALENDAR;

pub fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap()
}

/// The n-th day after `start` that counts; `start` is not counted.
pub fn walk(start: NaiveDate, n: u32, counts: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut day = start;
    let mut left = n;
    while left > 0 {
        day = next(day);
        if counts(day) {
            left -= 1;
        }
    }
    day
}

pub fn same_day_or_month_end(start: NaiveDate, months: u32) -> NaiveDate {
    let mut first = start.with_day(1).unwrap();
    for _ in 0..months {
        let month = first.month();
        while first.month() == month {
            first = next(first);
        }
    }
    let mut day = first;
    while day.day() < start.day() && next(day).month() == first.month() {
        day = next(day);
    }
    day
}

pub fn last_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap()
}

pub fn is_worked(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let year = day.year();
    match CALENDAR.years.get(&year) {
        Some(known) => known.work.contains(&day) || (!weekend && !known.off.contains(&day)),
        None => {
            let statutory = CALENDAR.statutory.get(&year);
            !weekend && !statutory.is_some_and(|days| days.off.contains(&day))
        }
    }
}

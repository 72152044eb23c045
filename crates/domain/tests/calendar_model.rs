//! Working days against a model that walks one day after the other, written from the words of the
//! rule: the first day is not counted; weekends and days off are no working days, make-up days are;
//! a last calendar day off moves to the next working day; without an arrangement weekends and the
//! statutory days count, and the answer says so.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};
use lanmu_domain::calendar::{WorkCalendar, YearArrangement, add_period};
use lanmu_domain::rule::{Limit, Period};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Days of the week without asking chrono: 2024-01-01 was a Monday.
fn is_weekend(date: NaiveDate) -> bool {
    (date - day("2024-01-01")).num_days().rem_euclid(7) >= 5
}

fn works(known: &WorkCalendar, date: NaiveDate) -> bool {
    let announced = known.years.get(&date.year());
    match announced.or(known.statutory.get(&date.year())) {
        Some(year) if year.local.contains_key(&date) => false,
        Some(year) if year.work.contains(&date) => true,
        Some(year) if year.off.contains(&date) => false,
        Some(_) | None => !is_weekend(date),
    }
}

/// The last day, and whether a day of a year without arrangement was looked at.
fn model(known: &WorkCalendar, start: NaiveDate, limit: Limit) -> (NaiveDate, bool) {
    let mut guessed = false;
    let mut look = |date: NaiveDate| {
        if !known.years.contains_key(&date.year()) {
            guessed = true;
        }
        works(known, date)
    };
    let mut date = start;
    match limit {
        Limit::WorkingDays(n) if n > 0 => {
            let mut counted = 0;
            while counted < n {
                date = date + Days::new(1);
                if look(date) {
                    counted += 1;
                }
            }
        }
        Limit::WorkingDays(n) | Limit::CalendarDays(n) => {
            for _ in 0..n {
                date = date + Days::new(1);
            }
            while !look(date) {
                date = date + Days::new(1);
            }
        }
    }
    (date, guessed)
}

/// A month later, one month after the other, from the number of days that each has.
fn months_later(start: NaiveDate, months: u16) -> NaiveDate {
    let (mut year, mut month) = (start.year(), start.month());
    for _ in 0..months {
        month += 1;
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    NaiveDate::from_ymd_opt(year, month, start.day().min(length)).unwrap()
}

/// From the first day of 2021 to the last of 2028.
fn start() -> impl Strategy<Value = NaiveDate> {
    (0_u64..2922).prop_map(|n| day("2021-01-01") + Days::new(n))
}

fn limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0_u16..=60).prop_map(Limit::WorkingDays),
        (0_u16..=60).prop_map(Limit::CalendarDays),
    ]
}

/// Holidays and make-up days of a year before the year is known: where each holiday begins and how
/// long it is, and which of the remaining weekend days are worked.
/// The last are local days off.
type Sketch = (Vec<(u64, u64)>, Vec<Index>, Vec<Index>);

fn sketch() -> impl Strategy<Value = Sketch> {
    let holidays = vec((0_u64..366, 1_u64..=12), 0..9);
    (
        holidays,
        vec(any::<Index>(), 0..12),
        vec(any::<Index>(), 0..4),
    )
}

fn arrangement(year: i32, (holidays, make_up, local): Sketch) -> YearArrangement {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let of_year = |date: &NaiveDate| date.year() == year;
    let off: BTreeSet<NaiveDate> = holidays
        .into_iter()
        .flat_map(|(begin, length)| (begin..begin + length).map(|n| first + Days::new(n)))
        .filter(of_year)
        .collect();
    let free: Vec<NaiveDate> = first
        .iter_days()
        .take_while(of_year)
        .filter(|date| is_weekend(*date) && !off.contains(date))
        .collect();
    let weekdays: Vec<NaiveDate> = first
        .iter_days()
        .take_while(of_year)
        .filter(|date| !is_weekend(*date) && !off.contains(date))
        .collect();
    let work = make_up.iter().map(|index| *index.get(&free)).collect();
    let name = |index: &Index| (*index.get(&weekdays), "火把节".to_owned());
    YearArrangement {
        off,
        work,
        local: local.iter().map(name).collect(),
    }
}

/// Some of the years announced, of some the statutory days known, of some both or nothing.
fn invented() -> impl Strategy<Value = WorkCalendar> {
    let announced = btree_map(2021_i32..=2029, sketch(), 0..9);
    let statutory = btree_map(2021_i32..=2029, sketch(), 0..5);
    (announced, statutory).prop_map(|(announced, statutory)| {
        let made = |(year, sketch)| (year, arrangement(year, sketch));
        let days = |(year, sketch)| {
            let of_year = arrangement(year, sketch);
            let work = BTreeSet::new();
            (year, YearArrangement { work, ..of_year })
        };
        WorkCalendar {
            years: announced.into_iter().map(made).collect::<BTreeMap<_, _>>(),
            statutory: statutory.into_iter().map(days).collect::<BTreeMap<_, _>>(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_shipped_calendar_equals_the_model(start in start(), limit in limit()) {
        let known = WorkCalendar::shipped();
        prop_assert_eq!(known.deadline_day(start, limit), model(&known, start, limit));
    }

    #[test]
    fn an_invented_calendar_equals_the_model(
        known in invented(), starts in vec((start(), limit()), 1..8),
    ) {
        for (year, days) in &known.years {
            prop_assert_eq!(days.problems(*year, true), vec![]);
        }
        for (start, limit) in starts {
            let expected = model(&known, start, limit);
            prop_assert_eq!(known.deadline_day(start, limit), expected, "{} {:?}", start, limit);
            let told = known.deadline(start, limit);
            prop_assert_eq!((told.day, told.unannounced), expected, "{}", told.arithmetic);
        }
    }

    #[test]
    fn months_equal_the_model(start in start(), months in 0_u16..=60) {
        prop_assert_eq!(add_period(start, Period::Months(months)), months_later(start, months));
    }

    #[test]
    fn days_equal_walking(start in start(), days in 0_u16..=400) {
        let walked = start.iter_days().nth(usize::from(days));
        prop_assert_eq!(Some(add_period(start, Period::Days(days))), walked);
    }
}

//! The arithmetic of a deadline in one Chinese sentence.

use chrono::{Datelike, NaiveDate};

use super::count::End;
use super::{DayKind, WorkCalendar};
use crate::rule::Limit;
use crate::text::day::long_day;

/// A day of any year: month and day.
type MonthDay = (u32, u32);

/// Festivals by the days of the year into which their days off fall: first and last.
/// 春节 begins between 21 January and 20 February, 端午 lies between 25 May and
/// 25 June, 中秋 between 7 September and 8 October; a 中秋 inside the first week of October is
/// named after 国庆.
const FESTIVALS: [(&str, MonthDay, MonthDay); 8] = [
    ("元旦", (1, 1), (1, 4)),
    ("春节", (1, 20), (2, 29)),
    ("清明节", (4, 2), (4, 8)),
    ("劳动节", (4, 28), (5, 7)),
    ("端午节", (5, 24), (6, 27)),
    ("中秋节", (9, 6), (9, 28)),
    ("国庆节", (9, 29), (10, 9)),
    ("元旦", (12, 29), (12, 31)),
];

/// The festival to which a day off belongs, 节假日 where none is known.
fn festival(day: NaiveDate) -> &'static str {
    let at = (day.month(), day.day());
    FESTIVALS
        .iter()
        .find(|(_, from, to)| (*from..=*to).contains(&at))
        .map_or("节假日", |(name, _, _)| name)
}

impl WorkCalendar {
    /// The holiday to which a day off belongs: a local one by its own name.
    fn holiday(&self, day: NaiveDate) -> &str {
        self.local_name(day)
            .map_or_else(|| festival(day), |name| name.trim_end_matches("假期"))
    }

    pub(crate) fn explain(
        &self,
        start: NaiveDate,
        happened: &str,
        limit: Limit,
        end: End,
    ) -> String {
        let (before, day) = (if happened.is_empty() { "" } else { "，" }, end.day);
        let counted = match limit {
            Limit::WorkingDays(n) => {
                format!(
                    "第 {n} 个工作日为{}{}",
                    long_day(day),
                    self.explain_skipped(start, day)
                )
            }
            Limit::CalendarDays(n) => {
                format!(
                    "第 {n} 日为{}{}",
                    long_day(end.counted),
                    self.explain_move(end)
                )
            }
        };
        let guess = if end.unannounced {
            "，节假日安排未公布，按周末和法定节日推算"
        } else {
            ""
        };
        format!(
            "{}{happened}{before}次日起{counted}{guess}。",
            long_day(start)
        )
    }

    /// “，春节假期不计，2月14日补班计入”: the holidays and make-up days on the way.
    fn explain_skipped(&self, start: NaiveDate, last: NaiveDate) -> String {
        let mut holidays: Vec<&str> = Vec::new();
        let mut made_up: Vec<String> = Vec::new();
        for day in start.iter_days().skip(1).take_while(|day| *day <= last) {
            match self.day_kind(day) {
                DayKind::Holiday if !holidays.contains(&self.holiday(day)) => {
                    holidays.push(self.holiday(day));
                }
                DayKind::MakeUp => made_up.push(format!("{}月{}日", day.month(), day.day())),
                DayKind::Work | DayKind::Weekend | DayKind::Holiday => {}
            }
        }
        let mut text = String::new();
        if !holidays.is_empty() {
            text += &format!("，{}假期不计", holidays.join("、"));
        }
        if !made_up.is_empty() {
            text += &format!("，{}补班计入", made_up.join("、"));
        }
        text
    }

    /// “，逢劳动节假期顺延至2026年5月6日（周三）”, if the day moved.
    fn explain_move(&self, end: End) -> String {
        if end.day == end.counted {
            return String::new();
        }
        let moved_to = long_day(end.day);
        match self.day_kind(end.counted) {
            DayKind::Holiday => {
                format!("，逢{}假期顺延至{moved_to}", self.holiday(end.counted))
            }
            _ => format!("，逢周末顺延至{moved_to}"),
        }
    }
}

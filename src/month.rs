//! Months: their weeks, their names, the way from one to the next.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self {
            first: day.with_day(1).unwrap_or(day),
        }
    }

    /// From `2026-11`, as the address writes it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let first = format!("{text}-01").parse().ok()?;
        // Four digits of the year are what a calendar of this century needs.
        (text.len() == 7).then_some(Self { first })
    }

    /// As the address writes it.
    #[must_use]
    pub fn key(self) -> String {
        self.first.format("%Y-%m").to_string()
    }

    /// `2026年11月`.
    #[must_use]
    pub fn label(self) -> String {
        format!("{}年{}月", self.first.year(), self.first.month())
    }

    /// So many months later, or earlier where negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let by = Months::new(months.unsigned_abs());
        let first = if months < 0 {
            self.first.checked_sub_months(by)
        } else {
            self.first.checked_add_months(by)
        };
        first.map_or(self, |first| Self { first })
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }

    /// The Monday of its first week and the Sunday of its last.
    #[must_use]
    pub fn span(self) -> (NaiveDate, NaiveDate) {
        let last = self.plus(1).first.pred_opt().unwrap_or(self.first);
        let monday = Days::new(u64::from(self.first.weekday().num_days_from_monday()));
        let sunday = Days::new(6 - u64::from(last.weekday().num_days_from_monday()));
        (
            self.first.checked_sub_days(monday).unwrap_or(self.first),
            last.checked_add_days(sunday).unwrap_or(last),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_span_goes_from_monday_to_sunday() {
        let month = |text| Month::parse(text).expect("a month");
        // 1 November 2026 is a Sunday.
        assert_eq!(
            month("2026-11").span(),
            (day("2026-10-26"), day("2026-12-06"))
        );
        // February 2027 is four weeks exactly.
        assert_eq!(
            month("2027-02").span(),
            (day("2027-02-01"), day("2027-02-28"))
        );
    }

    #[test]
    fn months_follow_each_other_over_the_year() {
        let december = Month::of(day("2026-12-31"));
        assert_eq!(december.plus(1).label(), "2027年1月");
        assert_eq!(december.plus(1).plus(-1), december);
        assert_eq!(december.key(), "2026-12");
        assert!(december.contains(day("2026-12-01")));
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for text in ["", "2026", "2026-13", "2026-1", "2026-11-02", "十一月"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
    }
}

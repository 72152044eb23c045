//! How a day of the year is written: a word beside the number, a colour, a label.

use chrono::{Datelike, NaiveDate, Weekday};
use lanmu_domain::calendar::Mark;

/// The word in the cell.
#[must_use]
pub const fn mark_word(mark: &Mark) -> Option<&'static str> {
    match mark {
        Mark::Plain => None,
        Mark::Off => Some("休"),
        Mark::MakeUp => Some("班"),
        Mark::Local(_) => Some("本"),
    }
}

/// What follows `year-day--` in the class.
#[must_use]
pub const fn mark_class(mark: &Mark) -> &'static str {
    match mark {
        Mark::Plain => "plain",
        Mark::Off => "off",
        Mark::MakeUp => "work",
        Mark::Local(_) => "local",
    }
}

/// The same in full, for screen readers and lists.
#[must_use]
pub fn mark_label(mark: &Mark, day: NaiveDate) -> String {
    match mark {
        Mark::Plain if is_weekend(day) => "周末".to_owned(),
        Mark::Plain => "工作日".to_owned(),
        Mark::Off => "放假".to_owned(),
        Mark::MakeUp => "补班".to_owned(),
        Mark::Local(name) => format!("本地放假：{name}"),
    }
}

/// Saturday or Sunday.
#[must_use]
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

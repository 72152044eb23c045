//! Where keys lead among days: pure, so that it can be tested without a browser.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The day to which a key leads; `None` for other keys and beyond what a calendar holds. Page keys
/// go by months, with Shift by years; Home and End to Monday and Sunday.
#[must_use]
pub fn step(day: NaiveDate, key: &str, shift: bool) -> Option<NaiveDate> {
    let months = Months::new(if shift { 12 } else { 1 });
    let monday = u64::from(day.weekday().num_days_from_monday());
    match key {
        "ArrowLeft" => day.pred_opt(),
        "ArrowRight" => day.succ_opt(),
        "ArrowUp" => day.checked_sub_days(Days::new(7)),
        "ArrowDown" => day.checked_add_days(Days::new(7)),
        "PageUp" => day.checked_sub_months(months),
        "PageDown" => day.checked_add_months(months),
        "Home" => day.checked_sub_days(Days::new(monday)),
        "End" => day.checked_add_days(Days::new(6 - monday)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::step;
    use chrono::NaiveDate;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn keys_lead_by_days_weeks_months_and_years() {
        // A Monday.
        let from = day("2026-11-23");
        for (key, shift, to) in [
            ("ArrowLeft", false, "2026-11-22"),
            ("ArrowRight", false, "2026-11-24"),
            ("ArrowUp", false, "2026-11-16"),
            ("ArrowDown", false, "2026-11-30"),
            ("PageUp", false, "2026-10-23"),
            ("PageDown", false, "2026-12-23"),
            ("PageUp", true, "2025-11-23"),
            ("Home", false, "2026-11-23"),
            ("End", false, "2026-11-29"),
        ] {
            assert_eq!(step(from, key, shift), Some(day(to)), "{key}");
        }
        assert_eq!(step(from, "a", false), None);
        // A month that is shorter.
        assert_eq!(
            step(day("2026-01-31"), "PageDown", false),
            Some(day("2026-02-28"))
        );
    }
}

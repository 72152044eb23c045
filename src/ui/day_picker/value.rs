//! What stands in a field, and what it says: pure, so that it can be tested without a browser.

use chrono::{NaiveDate, NaiveTime};

use crate::date::{long_day, read_day, read_time};

/// A day, and the time of day where one is asked for, as the forms keep them: `2026-11-23`,
/// `2026-11-23T10:05`; empty for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The day.
    pub day: Option<NaiveDate>,
    /// The time of day.
    pub time: Option<NaiveTime>,
}

impl Value {
    /// From what a form keeps.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let (day, time) = text.split_once('T').unwrap_or((text, ""));
        Self {
            day: day.parse().ok(),
            time: read_time(time.get(..5).unwrap_or_default()),
        }
    }

    /// As a form keeps it; empty while the day, or the time that is asked for, is missing.
    #[must_use]
    pub fn text(self, timed: bool) -> String {
        match (self.day, self.time) {
            (Some(day), _) if !timed => day.to_string(),
            (Some(day), Some(time)) => format!("{day}T{}", time.format("%H:%M")),
            _ => String::new(),
        }
    }

    /// The day as the field shows it.
    #[must_use]
    pub fn day_words(self) -> String {
        self.day.map(long_day).unwrap_or_default()
    }

    /// The time as the field shows it.
    #[must_use]
    pub fn time_words(self) -> String {
        self.time
            .map(|time| time.format("%H:%M").to_string())
            .unwrap_or_default()
    }
}

/// What is wrong with a day that was typed; `None` for nothing, also where nothing was typed.
#[must_use]
pub fn wrong(
    typed: &str,
    today: NaiveDate,
    (min, max): (Option<NaiveDate>, Option<NaiveDate>),
) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    let Some(day) = read_day(typed, today) else {
        return Some("日期不正确，请按 2026-11-23 的样子填写。".to_owned());
    };
    if let Some(min) = min.filter(|min| day < *min) {
        return Some(format!("不能早于{}。", long_day(min)));
    }
    let max = max.filter(|max| day > *max)?;
    Some(format!("不能晚于{}。", long_day(max)))
}

/// A day and a time typed or pasted together, e.g. `2026-11-23T10:05` or `2026-11-23 10:05`.
#[must_use]
pub fn together(typed: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveTime)> {
    let typed = typed.trim();
    let (day, time) = typed.rsplit_once(['T', ' '])?;
    Some((read_day(day, today)?, read_time(time)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn what_a_form_keeps_is_shown_and_kept_again() {
        let value = Value::parse("2026-11-23T10:05");
        assert_eq!(value.day_words(), "2026年11月23日（周一）");
        assert_eq!(value.time_words(), "10:05");
        assert_eq!(value.text(true), "2026-11-23T10:05");
        assert_eq!(Value::parse("2026-11-23").text(false), "2026-11-23");
        assert_eq!(Value::parse("2026-11-23").text(true), "", "no time yet");
        assert_eq!(Value::parse("x"), Value::default());
    }

    #[test]
    fn what_is_wrong_is_said() {
        let today = day("2026-11-23");
        let bounds = (Some(day("2026-11-01")), Some(today));
        assert_eq!(wrong("", today, bounds), None);
        assert_eq!(wrong("11-23", today, bounds), None);
        let said = |typed| wrong(typed, today, bounds).unwrap_or_default();
        assert!(said("2026-02-30").contains("不正确"));
        assert_eq!(said("2026-10-31"), "不能早于2026年11月1日（周日）。");
        assert_eq!(said("2026-11-24"), "不能晚于2026年11月23日（周一）。");
    }

    #[test]
    fn a_day_and_a_time_can_be_pasted_together() {
        let today = day("2026-11-23");
        let time = NaiveTime::from_hms_opt(8, 30, 0).expect("a time");
        for typed in ["2026-03-10T08:30", "2026-03-10 08:30", "2026年3月10日 8:30"] {
            assert_eq!(
                together(typed, today),
                Some((day("2026-03-10"), time)),
                "{typed}"
            );
        }
        assert_eq!(together("2026-03-10", today), None);
    }
}

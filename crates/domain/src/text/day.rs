//! Days and times as a county office writes them, once for the server and the pages.
//!
//! - A day in a sentence, a heading or a label: [`long_day`], `2026年11月23日（周一）`.
//! - A day in a cell or on a line where space is scarce: [`short_day`], `11月23日 周一`, with the
//!   year instead of the weekday where it is another year than today's.
//! - A month: [`month`], `2026年11月`.
//! - A moment in a table: [`stamp`], `2026-11-23 10:05`, since figures of one width are compared by
//!   eye down a column; in a sentence [`long_stamp`]. Times have 24 hours.
//!
//! Weeks begin on Monday.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// `一` to `日`.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

/// `2026年11月23日`, for the ends of a period and for the date on a printed form.
#[must_use]
pub fn plain_day(day: NaiveDate) -> String {
    format!("{}{}日", month(day), day.day())
}

/// `2026年11月23日（周一）`.
#[must_use]
pub fn long_day(day: NaiveDate) -> String {
    format!("{}（周{}）", plain_day(day), weekday(day))
}

/// `11月23日 周一`, or `2025年11月23日` in another year than `today`'s.
#[must_use]
pub fn short_day(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        format!("{}月{}日 周{}", day.month(), day.day(), weekday(day))
    } else {
        plain_day(day)
    }
}

/// `2026年11月`.
#[must_use]
pub fn month(day: NaiveDate) -> String {
    format!("{}年{}月", day.year(), day.month())
}

/// `2026-11-23 10:05`.
#[must_use]
pub fn stamp(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// `2026年11月23日（周一）10:05`.
#[must_use]
pub fn long_stamp(at: NaiveDateTime) -> String {
    format!("{}{:02}:{:02}", long_day(at.date()), at.hour(), at.minute())
}

/// A day as people type it: `2026-11-23`, `2026/11/23`, `2026.11.23`, `20261123`, `2026年11月23日`
/// with or without the weekday, and without the year, which then is `today`'s. Full-width figures
/// count as figures. `None` for what is no day.
#[must_use]
pub fn read_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let plain: String = text.chars().map(narrow).collect();
    let plain = plain.split(['（', '(']).next().unwrap_or_default().trim();
    let plain = plain.strip_suffix('日').unwrap_or(plain);
    if plain.len() == 8 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(plain, "%Y%m%d").ok();
    }
    let parts: Vec<&str> = plain
        .split(['-', '/', '.', '年', '月'])
        .map(str::trim)
        .collect();
    let number = |text: &str| text.parse::<u32>().ok();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, number(month)?, number(day)?)
        }
        [month, day] => NaiveDate::from_ymd_opt(today.year(), number(month)?, number(day)?),
        _ => None,
    }
}

/// A time as people type it: `9:05`, `09：05`, `0905`.
#[must_use]
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let plain: String = text.trim().chars().map(narrow).collect();
    let (hour, minute) = match plain.split_once(':') {
        Some(parts) => parts,
        None if plain.len() == 4 && plain.is_ascii() => plain.split_at(2),
        None => return None,
    };
    if minute.len() != 2 {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// Full-width figures and signs as their narrow ones.
fn narrow(letter: char) -> char {
    match letter {
        '０'..='９' | '－' | '／' | '．' | '：' => {
            char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter)
        }
        '\u{3000}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn days_are_written_with_the_weekday() {
        let monday = day("2026-11-23");
        assert_eq!(long_day(monday), "2026年11月23日（周一）");
        assert_eq!(long_day(day("2026-03-01")), "2026年3月1日（周日）");
        assert_eq!(short_day(monday, day("2026-01-01")), "11月23日 周一");
        assert_eq!(short_day(monday, day("2027-01-01")), "2026年11月23日");
        assert_eq!(month(monday), "2026年11月");
    }

    #[test]
    fn times_have_twenty_four_hours() {
        let at = day("2026-11-23").and_hms_opt(17, 5, 59).expect("a time");
        assert_eq!(stamp(at), "2026-11-23 17:05");
        assert_eq!(long_stamp(at), "2026年11月23日（周一）17:05");
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let today = day("2026-11-20");
        for text in [
            "2026-11-23",
            "2026/11/23",
            "2026.11.23",
            " 20261123 ",
            "2026年11月23日",
            "2026年11月23日（周一）",
            "11-23",
            "11月23日",
            "２０２６－１１－２３",
        ] {
            assert_eq!(read_day(text, today), Some(day("2026-11-23")), "{text}");
        }
        for text in [
            "",
            "今天",
            "2026-02-30",
            "26-11-23",
            "2026-11",
            "2026-13-01",
            "23",
        ] {
            assert_eq!(read_day(text, today), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut at = day("2026-01-01");
        while at < day("2027-03-01") {
            assert_eq!(read_day(&long_day(at), at), Some(at));
            at = at.succ_opt().expect("a day");
        }
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        let nine = NaiveTime::from_hms_opt(9, 5, 0);
        for text in ["9:05", "09:05", "0905", "９：０５"] {
            assert_eq!(read_time(text), nine, "{text}");
        }
        for text in ["", "9", "24:00", "9:5", "9:60", "九点"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }
}

//! Days and times as a county office writes them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeZone, Utc};

const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// `2026年11月23日（周一）`.
#[must_use]
pub fn long_day(day: NaiveDate) -> String {
    format!("{}（周{}）", plain_day(day), weekday(day))
}

/// `2026年11月23日`.
#[must_use]
pub fn plain_day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `11月23日`, with the year where it is another one than `today`'s.
#[must_use]
pub fn short_day(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() {
        format!("{}月{}日", day.month(), day.day())
    } else {
        plain_day(day)
    }
}

/// `一` to `日`.
#[must_use]
pub fn weekday(day: NaiveDate) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

/// `2026-11-23 10:05`, for tables.
#[must_use]
pub fn stamp(at: DateTime<FixedOffset>) -> String {
    at.with_timezone(&shanghai())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// How far a day lies from today: `今天`, `还有 3 天`, `已超 2 天`.
#[must_use]
pub fn distance(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "今天".to_owned(),
        days if days > 0 => format!("还有 {days} 天"),
        days => format!("已超 {} 天", -days),
    }
}

/// Now in Asia/Shanghai, by the browser's clock; only for filling in forms.
#[must_use]
pub fn browser_now() -> DateTime<FixedOffset> {
    Utc::now().with_timezone(&shanghai())
}

/// The value of an `input type=datetime-local` as a time in Asia/Shanghai.
#[must_use]
pub fn from_local_input(value: &str) -> Option<DateTime<FixedOffset>> {
    let naive = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|format| chrono::NaiveDateTime::parse_from_str(value, format).ok())?;
    shanghai().from_local_datetime(&naive).single()
}

/// A time as the value of an `input type=datetime-local`.
#[must_use]
pub fn to_local_input(at: DateTime<FixedOffset>) -> String {
    at.with_timezone(&shanghai())
        .format("%Y-%m-%dT%H:%M")
        .to_string()
}

/// Asia/Shanghai.
#[must_use]
pub fn shanghai() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| chrono::Offset::fix(&Utc))
}

//! Days and times as a county office writes them: `lanmu_domain::text::day`, and what only a page
//! needs of them.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Utc};
use lanmu_domain::text::day;

pub use lanmu_domain::text::day::{
    long_day, month, plain_day, read_day, read_time, short_day, weekday,
};

/// `2026-11-23 10:05`, for tables.
#[must_use]
pub fn stamp(at: DateTime<FixedOffset>) -> String {
    day::stamp(at.with_timezone(&shanghai()).naive_local())
}

/// `2026年11月23日（周一）10:05`.
#[must_use]
pub fn long_stamp(at: DateTime<FixedOffset>) -> String {
    day::long_stamp(at.with_timezone(&shanghai()).naive_local())
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

/// What a field for a day and a time keeps, as a time in Asia/Shanghai.
#[must_use]
pub fn from_local_input(value: &str) -> Option<DateTime<FixedOffset>> {
    let naive = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|format| chrono::NaiveDateTime::parse_from_str(value, format).ok())?;
    shanghai().from_local_datetime(&naive).single()
}

/// A time as a field for a day and a time keeps it.
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

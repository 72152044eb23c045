//! 收集: the form is asked for by a deadline.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Characters of the title of a collection at most.
pub const COLLECTION_TITLE_MAX_CHARS: usize = 80;

/// How a department stands in a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HandInStatus {
    /// 未报送.
    Missing,
    /// 逾期报送.
    Late,
    /// 按时报送.
    OnTime,
}

impl HandInStatus {
    /// All, as filters show them.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Late, Self::OnTime];

    /// What follows from the first hand-in: handing in again mends the content, not the time. The
    /// moment of the deadline itself is on time.
    #[must_use]
    pub fn of(due: DateTime<FixedOffset>, first: Option<DateTime<FixedOffset>>) -> Self {
        match first {
            None => Self::Missing,
            Some(at) if at <= due => Self::OnTime,
            Some(_) => Self::Late,
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Missing => "未报送",
            Self::Late => "逾期报送",
            Self::OnTime => "按时报送",
        }
    }

    /// The name in addresses; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Late => "late",
            Self::OnTime => "on_time",
        }
    }
}

/// Whether a department may be reminded without asking back: not twice on a day.
#[must_use]
pub fn may_remind(last: Option<DateTime<FixedOffset>>, now: DateTime<FixedOffset>) -> bool {
    last.is_none_or(|last| last.with_timezone(&now.timezone()).date_naive() < now.date_naive())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap_or_default()
    }

    #[test]
    fn the_deadline_itself_is_on_time() {
        let due = at("2022-08-01T18:00:00+08:00");
        assert_eq!(HandInStatus::of(due, None), HandInStatus::Missing);
        assert_eq!(HandInStatus::of(due, Some(due)), HandInStatus::OnTime);
        let later = Some(at("2022-08-01T18:00:01+08:00"));
        assert_eq!(HandInStatus::of(due, later), HandInStatus::Late);
    }

    #[test]
    fn nobody_is_reminded_twice_on_a_day_of_the_county() {
        let now = at("2026-11-23T00:30:00+08:00");
        assert!(may_remind(None, now));
        // The same day in Greenwich, the day before here.
        assert!(may_remind(Some(at("2026-11-22T15:59:00+00:00")), now));
        assert!(!may_remind(Some(at("2026-11-22T16:10:00+00:00")), now));
    }

    #[test]
    fn keys_are_those_of_the_json() {
        for status in HandInStatus::ALL {
            assert_eq!(serde_json::to_value(status).ok(), Some(status.key().into()));
        }
    }
}

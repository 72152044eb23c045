//! The day of a judgement, and what counts as known.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::clock::shanghai;
use crate::error::Problem;

/// The day of a judgement, and what counts as known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day.
    pub day: NaiveDate,
    /// The first day of the span that is looked at; the day itself where only it is.
    pub since: NaiveDate,
    /// What was recorded later is not known; `None` for all that is known today.
    pub known_at: Option<DateTime<Utc>>,
}

impl AsOf {
    /// Today: everything is known.
    #[must_use]
    pub const fn today(day: NaiveDate) -> Self {
        Self {
            day,
            since: day,
            known_at: None,
        }
    }

    /// A past day as it was known when it ended.
    #[must_use]
    pub fn past(day: NaiveDate) -> Self {
        let next = day.succ_opt().unwrap_or(day).and_time(NaiveTime::MIN);
        let end = next.and_local_timezone(shanghai()).single();
        Self {
            day,
            since: day,
            // What is recorded at midnight belongs to the next day.
            known_at: end.map(|end| end.to_utc() - chrono::Duration::milliseconds(1)),
        }
    }

    /// The day that somebody asks for; today where none is.
    ///
    /// # Errors
    /// 422 for a day that is still to come.
    pub fn asked(day: Option<NaiveDate>, today: NaiveDate) -> Result<Self, Problem> {
        match day {
            Some(day) if day > today => Err(Problem::invalid_field(
                "as_of",
                "只能查看今天及以前的状态。",
            )),
            Some(day) if day < today => Ok(Self::past(day)),
            Some(_) | None => Ok(Self::today(today)),
        }
    }
}

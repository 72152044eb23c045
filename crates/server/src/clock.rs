//! The server's clock: the only place that asks the machine for the time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use lanmu_domain::text::day::long_stamp;

const SHANGHAI_SECONDS: i32 = 8 * 3600;

/// Asia/Shanghai, which has had no daylight saving time since 1991.
#[must_use]
pub fn shanghai() -> FixedOffset {
    FixedOffset::east_opt(SHANGHAI_SECONDS).unwrap_or_else(|| Utc.fix())
}

/// Tells the time in Asia/Shanghai, to the millisecond.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until it is moved, for tests.
    #[must_use]
    pub fn fixed(at: DateTime<FixedOffset>) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(
            at.timestamp_millis(),
        ))))
    }

    /// Moves a fixed clock; the machine's clock is left alone.
    pub fn advance(&self, by: chrono::Duration) {
        if let Source::Fixed(at) = &self.0 {
            at.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
        }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<FixedOffset> {
        let millis = match &self.0 {
            Source::System => Utc::now().timestamp_millis(),
            Source::Fixed(at) => at.load(Ordering::SeqCst),
        };
        local(DateTime::from_timestamp_millis(millis).unwrap_or_default())
    }

    /// The day in Shanghai.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The first moment of a day in Asia/Shanghai; `None` beyond the calendar.
#[must_use]
pub fn start_of(day: NaiveDate) -> Option<DateTime<Utc>> {
    day.and_time(NaiveTime::MIN)
        .and_local_timezone(shanghai())
        .single()
        .map(|at| at.to_utc())
}

/// A time from the database in Asia/Shanghai.
#[must_use]
pub fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&shanghai())
}

/// A time in a sentence, in Asia/Shanghai: `2026年11月23日（周一）10:05`.
#[must_use]
pub fn moment(at: &DateTime<impl TimeZone>) -> String {
    long_stamp(at.with_timezone(&shanghai()).naive_local())
}

//! A time from a moment to a moment.

use chrono::{DateTime, FixedOffset};

/// From a moment to a moment: the first is part of it, the last is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From when.
    pub from: DateTime<FixedOffset>,
    /// Until when.
    pub until: DateTime<FixedOffset>,
}

impl Span {
    /// Whether the moment lies in it.
    #[must_use]
    pub fn contains(&self, at: DateTime<FixedOffset>) -> bool {
        self.from <= at && at < self.until
    }

    /// Whether the two have a moment in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }
}

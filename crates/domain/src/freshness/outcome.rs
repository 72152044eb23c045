//! What a rule says on a day, before it is put into words.

use chrono::NaiveDate;

use super::{Status, TriggerEvent};
use crate::calendar::WorkCalendar;
use crate::parameters::Parameters;
use crate::rule::{Limit, Period};

/// What is the same for all rules and duties of a day.
#[derive(Clone, Copy)]
pub(super) struct Conditions<'a> {
    pub(super) calendar: &'a WorkCalendar,
    pub(super) parameters: &'a Parameters,
    pub(super) today: NaiveDate,
}

/// What a rule says. Holds no words: [`Ground`] has what they are made of.
#[derive(Clone, Copy)]
pub(super) struct Outcome<'a> {
    pub(super) status: Status,
    pub(super) due: Option<NaiveDate>,
    pub(super) unannounced: bool,
    pub(super) event_id: Option<i64>,
    pub(super) ground: Ground<'a>,
}

/// Why.
#[derive(Clone, Copy)]
pub(super) enum Ground<'a> {
    /// Time runs from the last evidence, or from `since` where there is none.
    Elapsed {
        period: Period,
        last: Option<Last>,
        since: NaiveDate,
        attestable: bool,
    },
    /// A number of publications in a calendar year.
    Count {
        per_year: u16,
        year: i32,
        published: u32,
        state: CountState,
    },
    /// The event whose deadline ends first, of `open` that wait.
    Event {
        event: &'a TriggerEvent,
        limit: Limit,
        open: usize,
    },
    /// No event waits.
    NoEvent,
    /// The oldest item online.
    Age {
        period: Period,
        oldest: Option<NaiveDate>,
    },
    /// The letters have the clock.
    Reply,
    /// Somebody else's.
    External,
}

/// The last evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Last {
    pub(super) on: NaiveDate,
    /// Whether it is an attestation, not a publication.
    pub(super) attested: bool,
}

/// How a count stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CountState {
    /// As many as asked for.
    Met,
    /// Still short in the current year; by now so many were to be expected.
    Short { expected: u32 },
    /// The year ended short and nothing was published since.
    EndedShort,
}

impl<'a> Outcome<'a> {
    /// Nothing is owed now.
    pub(super) const fn without_due(status: Status, ground: Ground<'a>) -> Self {
        Self {
            status,
            due: None,
            unannounced: false,
            event_id: None,
            ground,
        }
    }

    /// Something is due on a day.
    pub(super) const fn due_on(status: Status, due: NaiveDate, ground: Ground<'a>) -> Self {
        Self {
            status,
            due: Some(due),
            unannounced: false,
            event_id: None,
            ground,
        }
    }
}

impl Conditions<'_> {
    /// The status of what is due on a day, with a window of so many days before it.
    pub(super) fn status_of(self, due: NaiveDate, soon_days: u16) -> Status {
        match due.signed_duration_since(self.today).num_days() {
            ..0 => Status::Overdue,
            0 => Status::DueToday,
            left if left <= i64::from(soon_days) => Status::DueSoon,
            _ => Status::Fresh,
        }
    }

    /// How many days before its end a period counts as due soon: the short window for periods of
    /// up to 31 days or one month, the long one for all others.
    pub(super) const fn soon_days(self, period: Period) -> u16 {
        match period {
            Period::Days(..=31) | Period::Months(..=1) => self.parameters.soon_short_days,
            Period::Days(_) | Period::Months(_) => self.parameters.soon_long_days,
        }
    }
}

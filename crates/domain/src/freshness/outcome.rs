//! What a rule says on a day, before it is put into words.

use chrono::NaiveDate;

use super::closure::Closures;
use super::{Facts, Status, TriggerEvent};
use crate::calendar::WorkCalendar;
use crate::parameters::{Parameters, Timeline};
use crate::rule::{Limit, Period};

/// What is the same for all rules and duties of a day.
#[derive(Clone, Copy)]
pub(super) struct Conditions<'a> {
    pub(super) calendar: &'a WorkCalendar,
    /// The figures over time.
    pub(super) timeline: &'a Timeline,
    /// Those in force on the day.
    pub(super) parameters: &'a Parameters,
    pub(super) closures: Closures<'a>,
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
        put_off: Option<PutOff>,
    },
    /// A number of publications in a calendar year.
    Count {
        per_year: u16,
        year: i32,
        published: u32,
        state: CountState,
        /// Days of the year on which the column was closed.
        closed_days: u64,
    },
    /// The event whose deadline ends first, of `open` that wait.
    Event {
        event: &'a TriggerEvent,
        limit: Limit,
        /// The day from which it counts: that of the event, or the day of the take-over.
        start: NaiveDate,
        /// Whether days were left out because the column was closed.
        closed: bool,
        open: usize,
    },
    /// No event waits.
    NoEvent,
    /// The oldest item online.
    Age {
        period: Period,
        oldest: Option<NaiveDate>,
        put_off: Option<PutOff>,
    },
    /// The column has been closed since a day.
    Closed { since: NaiveDate },
    /// The letters have the clock.
    Reply,
    /// Somebody else's.
    External,
}

/// Why something is due later than its period alone would say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PutOff {
    /// The column was closed for so many days.
    Closed { days: u64 },
    /// The period or the rule came into force on a day: nobody was late by it before.
    InForceSince { day: NaiveDate },
    /// The party took the duty over on a day: it answers from then on.
    TakenOver { day: NaiveDate },
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

impl<'a> Conditions<'a> {
    /// Those of a day for one duty.
    pub(super) fn of(
        facts: &Facts<'a>,
        calendar: &'a WorkCalendar,
        timeline: &'a Timeline,
        today: NaiveDate,
    ) -> Self {
        Self {
            calendar,
            timeline,
            parameters: timeline.on(today),
            closures: Closures(facts.closures),
            today,
        }
    }

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

//! What one party has done by a day, gathered in one pass over its facts.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Attestation, Facts, Tenure, TriggerEvent};

/// Asia/Shanghai: no summer time since 1991.
const SHANGHAI: FixedOffset = match FixedOffset::east_opt(8 * 3600) {
    Some(offset) => offset,
    None => panic!("eight hours are an offset"),
};

/// Whose facts count. Without departments everybody's: nobody owns the duty, but the column has
/// its state all the same.
#[derive(Clone, Copy)]
pub(super) struct Party<'a> {
    /// Who answers now.
    pub(super) departments: &'a [i64],
    /// Who answered before.
    pub(super) former: &'a [Tenure],
}

impl<'a> Party<'a> {
    pub(super) const fn of(departments: &'a [i64], facts: &Facts<'a>) -> Self {
        Self {
            departments,
            former: facts.former,
        }
    }

    /// Whether what a department did counts; `day` is asked for only where departments changed.
    pub(super) fn includes(self, department_id: i64, day: impl FnOnce() -> NaiveDate) -> bool {
        if self.departments.is_empty() || self.departments.contains(&department_id) {
            return true;
        }
        let mut tenures = self
            .former
            .iter()
            .filter(|tenure| tenure.department_id == department_id)
            .peekable();
        tenures.peek().is_some() && {
            let day = day();
            tenures.any(|tenure| tenure.covers(day))
        }
    }

    pub(super) fn is_obliged_by(self, event: &TriggerEvent) -> bool {
        event.department_ids.is_empty()
            || event
                .department_ids
                .iter()
                .any(|id| self.includes(*id, || event.occurred_on))
    }
}

/// What a party has done by the end of a day, summed up: all that rules ask of publications and
/// attestations. Those of later days do not count; those from before the duty existed do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The latest publication; the greater id among simultaneous ones. Decides nothing.
    pub last_publication_id: Option<i64>,
    /// Its day.
    pub last_updated_on: Option<NaiveDate>,
    /// The day of the oldest publication; asked for by [`crate::rule::Rule::MaximumAge`] only.
    pub oldest_on: Option<NaiveDate>,
    /// The day of the latest attestation.
    pub attested_on: Option<NaiveDate>,
    /// Publications in the calendar year of the day.
    pub this_year: u32,
    /// Publications in the year before.
    pub last_year: u32,
}

impl Summary {
    /// Sums up the facts of a party.
    #[must_use]
    pub fn of(party: &[i64], facts: &Facts<'_>, today: NaiveDate) -> Self {
        Evidence::gather(facts, Party::of(party, facts), today, false).summary
    }

    /// Adds what another department of the party has done.
    pub fn add(&mut self, other: &Self) {
        if self.last_updated_on < other.last_updated_on {
            self.last_publication_id = other.last_publication_id;
            self.last_updated_on = other.last_updated_on;
        }
        self.oldest_on = match (self.oldest_on, other.oldest_on) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.attested_on = self.attested_on.max(other.attested_on);
        self.this_year += other.this_year;
        self.last_year += other.last_year;
    }
}

/// The evidence of a party up to the end of a day.
pub(super) struct Evidence {
    pub(super) summary: Summary,
    /// The events that were named, ascending; empty if they were not asked for.
    discharged: Vec<i64>,
}

impl Evidence {
    /// What was summed up elsewhere, where only events that wait are at hand.
    pub(super) const fn of(summary: Summary) -> Self {
        Self {
            summary,
            discharged: Vec::new(),
        }
    }

    /// Gathers. The events that publications name are collected only `with_events`.
    pub(super) fn gather(
        facts: &Facts<'_>,
        party: Party<'_>,
        today: NaiveDate,
        with_events: bool,
    ) -> Self {
        let tomorrow = today.succ_opt().map_or(NaiveDateTime::MAX, first_moment);
        let this_year = first_moment_of_year(today.year());
        let last_year = first_moment_of_year(today.year().saturating_sub(1));
        let mut found = Summary {
            attested_on: latest_attestation(facts.attestations, party, today),
            ..Summary::default()
        };
        let mut discharged = Vec::new();
        let mut newest: Option<(NaiveDateTime, i64)> = None;
        let mut oldest: Option<NaiveDateTime> = None;
        for publication in facts.publications {
            let at = publication.published_at.naive_utc();
            if at >= tomorrow || !party.includes(publication.department_id, || day_of(at)) {
                continue;
            }
            newest = newest.max(Some((at, publication.id)));
            if oldest.is_none_or(|oldest| at < oldest) {
                oldest = Some(at);
            }
            if at >= this_year {
                found.this_year += 1;
            } else if at >= last_year {
                found.last_year += 1;
            }
            if with_events {
                discharged.extend_from_slice(&publication.event_ids);
            }
        }
        found.last_publication_id = newest.map(|(_, id)| id);
        found.last_updated_on = newest.map(|(at, _)| day_of(at));
        found.oldest_on = oldest.map(day_of);
        discharged.sort_unstable();
        Self {
            summary: found,
            discharged,
        }
    }

    /// Whether a publication named the event.
    pub(super) fn discharges(&self, event_id: i64) -> bool {
        self.discharged.binary_search(&event_id).is_ok()
    }
}

fn latest_attestation(
    attestations: &[Attestation],
    party: Party<'_>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    attestations
        .iter()
        .filter(|a| a.on <= today && party.includes(a.department_id, || a.on))
        .map(|a| a.on)
        .max()
}

/// The day in Shanghai of a moment in UTC.
pub(super) fn day_of(at: NaiveDateTime) -> NaiveDate {
    at.checked_add_offset(SHANGHAI)
        .map_or(NaiveDate::MAX, |local| local.date())
}

/// The moment in UTC at which a day begins in Shanghai.
fn first_moment(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
        .checked_sub_offset(SHANGHAI)
        .unwrap_or(NaiveDateTime::MIN)
}

fn first_moment_of_year(year: i32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, 1, 1).map_or(NaiveDateTime::MIN, first_moment)
}

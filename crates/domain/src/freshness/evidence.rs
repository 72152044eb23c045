//! What one party has done by a day, gathered in one pass over its facts.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Attestation, Facts, Publication, Tenure, TriggerEvent};

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

/// The evidence of a party up to the end of a day. Publications and attestations of later days do
/// not count; those from before the duty existed do.
pub(super) struct Evidence<'a> {
    /// The latest publication; the greater id among simultaneous ones.
    pub(super) newest: Option<&'a Publication>,
    /// Its day.
    pub(super) newest_on: Option<NaiveDate>,
    /// The day of the oldest publication.
    pub(super) oldest_on: Option<NaiveDate>,
    /// The day of the latest attestation.
    pub(super) attested_on: Option<NaiveDate>,
    /// Publications in the calendar year of the day.
    pub(super) this_year: u32,
    /// Publications in the year before.
    pub(super) last_year: u32,
    /// The events that were named, ascending; empty if they were not asked for.
    discharged: Vec<i64>,
}

impl<'a> Evidence<'a> {
    /// Gathers. The events that publications name are collected only `with_events`.
    pub(super) fn gather(
        facts: &Facts<'a>,
        party: Party<'_>,
        today: NaiveDate,
        with_events: bool,
    ) -> Self {
        let tomorrow = today.succ_opt().map_or(NaiveDateTime::MAX, first_moment);
        let this_year = first_moment_of_year(today.year());
        let last_year = first_moment_of_year(today.year().saturating_sub(1));
        let mut found = Self {
            newest: None,
            newest_on: None,
            oldest_on: None,
            attested_on: latest_attestation(facts.attestations, party, today),
            this_year: 0,
            last_year: 0,
            discharged: Vec::new(),
        };
        let mut oldest: Option<NaiveDateTime> = None;
        for publication in facts.publications {
            let at = publication.published_at.naive_utc();
            if at >= tomorrow || !party.includes(publication.department_id, || day_of(at)) {
                continue;
            }
            if found.newest.is_none_or(|newest| {
                (newest.published_at.naive_utc(), newest.id) < (at, publication.id)
            }) {
                found.newest = Some(publication);
            }
            if oldest.is_none_or(|oldest| at < oldest) {
                oldest = Some(at);
            }
            if at >= this_year {
                found.this_year += 1;
            } else if at >= last_year {
                found.last_year += 1;
            }
            if with_events {
                found.discharged.extend_from_slice(&publication.event_ids);
            }
        }
        found.newest_on = found
            .newest
            .map(|newest| day_of(newest.published_at.naive_utc()));
        found.oldest_on = oldest.map(day_of);
        found.discharged.sort_unstable();
        found
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

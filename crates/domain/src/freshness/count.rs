//! “一年内更新，不少于3次”: so many publications in each calendar year.

use chrono::{Datelike, NaiveDate};

use super::Status;
use super::evidence::Evidence;
use super::outcome::{Conditions, CountState, Ground, Outcome};

/// Due on 31 December of the current year while the number is short, of the next year once it is
/// met. Behind the pace counts as due soon, as do the last days of the year.
///
/// A year that ended short, if the duty existed in it, stays overdue until the first publication of
/// the new year; then the new year counts. The year in which a duty began asks for the full
/// number: publications from before it began count. Nothing ever published is blank.
pub(super) fn count<'a>(
    per_year: u16,
    since: NaiveDate,
    evidence: &Evidence<'_>,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let year = on.today.year();
    let asked = u32::from(per_year);
    let ended_short = evidence.last_year < asked && evidence.this_year == 0 && since.year() < year;
    if ended_short {
        return outcome(
            Status::Overdue,
            per_year,
            year - 1,
            CountState::EndedShort,
            evidence,
        );
    }
    if evidence.this_year >= asked {
        return outcome(Status::Fresh, per_year, year, CountState::Met, evidence);
    }
    let expected = expected_by(asked, on.today);
    let status = match on.status_of(last_day(year), on.parameters.soon_long_days) {
        Status::Fresh if evidence.this_year < expected => Status::DueSoon,
        status => status,
    };
    outcome(
        status,
        per_year,
        year,
        CountState::Short { expected },
        evidence,
    )
}

fn outcome<'a>(
    status: Status,
    per_year: u16,
    year: i32,
    state: CountState,
    evidence: &Evidence<'_>,
) -> Outcome<'a> {
    let published = match state {
        CountState::EndedShort => evidence.last_year,
        CountState::Met | CountState::Short { .. } => evidence.this_year,
    };
    let due = last_day(if state == CountState::Met {
        year.saturating_add(1)
    } else {
        year
    });
    let blank = evidence.newest.is_none() && per_year > 0;
    let status = if blank { Status::Blank } else { status };
    Outcome::due_on(
        status,
        due,
        Ground::Count {
            per_year,
            year,
            published,
            state,
        },
    )
}

/// How many of a year's publications the pace asks for by now: the k-th of n by the end of month
/// 12k/n, rounded up. For 3 a year: 1 by 30 April, 2 by 31 August.
fn expected_by(per_year: u32, today: NaiveDate) -> u32 {
    per_year * today.month0() / 12
}

/// 31 December; saturates.
pub(super) fn last_day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX)
}

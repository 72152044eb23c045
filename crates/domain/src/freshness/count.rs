//! “一年内更新，不少于3次”: so many publications in each calendar year.

use chrono::{Datelike, NaiveDate};

use super::Status;
use super::evidence::Summary;
use super::outcome::{Conditions, CountState, Ground, Outcome};
use crate::rule::AppliedRule;

/// Due on 31 December of the current year while the number is short, of the next year once it is
/// met. Behind the pace counts as due soon, as do the last days of the year.
///
/// A year that ended short, if the duty existed in it, stays overdue until the first publication of
/// the new year; then the new year counts. A year in which the column was closed for a time asks
/// for its open part only, rounded down. The year in which a duty or its rule began asks for the
/// full number: publications from before it began count. Nothing ever published is blank.
pub(super) fn count<'a>(
    applied: &AppliedRule,
    per_year: u16,
    since: NaiveDate,
    done: &Summary,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let year = on.today.year();
    let asked = asked_in(per_year, year, on);
    let before = asked_in(per_year, year - 1, on);
    let began = since.max(applied.effective_from.unwrap_or(NaiveDate::MIN));
    let ended_short = done.last_year < before && done.this_year == 0 && began.year() < year;
    let (year, asked, state, published) = if ended_short {
        (year - 1, before, CountState::EndedShort, done.last_year)
    } else if done.this_year >= asked {
        (year, asked, CountState::Met, done.this_year)
    } else {
        let expected = expected_by(asked, on.today);
        (year, asked, CountState::Short { expected }, done.this_year)
    };
    let due = last_day(match state {
        CountState::Met => year.saturating_add(1),
        CountState::Short { .. } | CountState::EndedShort => year,
    });
    let status = match state {
        _ if done.last_updated_on.is_none() && asked > 0 => Status::Blank,
        CountState::EndedShort => Status::Overdue,
        CountState::Met => Status::Fresh,
        CountState::Short { expected } => match on.status_of(due, on.parameters.soon_long_days) {
            Status::Fresh if published < expected => Status::DueSoon,
            status => status,
        },
    };
    let ground = Ground::Count {
        per_year: u16::try_from(asked).unwrap_or(per_year),
        year,
        published,
        state,
        closed_days: closed_days(year, on),
    };
    Outcome::due_on(status, due, ground)
}

/// How many a year asks for: all, less the share of the days on which the column was closed.
fn asked_in(per_year: u16, year: i32, on: Conditions<'_>) -> u32 {
    let asked = u64::from(per_year);
    let days = days_of(year);
    let open = days.saturating_sub(closed_days(year, on));
    u32::try_from(asked * open / days).unwrap_or(u32::from(per_year))
}

fn days_of(year: i32) -> u64 {
    let days = last_day(year).signed_duration_since(last_day(year.saturating_sub(1)));
    u64::try_from(days.num_days()).unwrap_or(365).max(1)
}

fn closed_days(year: i32, on: Conditions<'_>) -> u64 {
    let before = last_day(year.saturating_sub(1));
    on.closures.days(before, last_day(year).min(on.today))
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

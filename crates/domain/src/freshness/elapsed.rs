//! “两周内更新”: time since the last evidence.

use chrono::NaiveDate;

use super::Status;
use super::evidence::Evidence;
use super::outcome::{Conditions, Ground, Last, Outcome};
use crate::calendar::add_period;
use crate::rule::{Period, RuleSource};

/// Due a period after the last publication; not moved off days off, since the inspection measures
/// elapsed time. Without a publication the column is blank, and the date shown is a period after
/// the duty began.
///
/// An attestation 核对无变化 counts like a publication only for the yearly least
/// ([`RuleSource::Yearly`]): a floor or a cell of the annex asks for an update.
pub(super) fn elapsed<'a>(
    period: Period,
    source: RuleSource,
    since: NaiveDate,
    evidence: &Evidence<'_>,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let attestable = source == RuleSource::Yearly;
    let published = evidence.newest_on.map(|day| Last {
        on: day,
        attested: false,
    });
    let attested = evidence.attested_on.filter(|_| attestable);
    let last = match (published, attested) {
        (Some(last), Some(day)) if last.on >= day => Some(last),
        (_, Some(day)) => Some(Last {
            on: day,
            attested: true,
        }),
        (last, None) => last,
    };
    let due = add_period(last.map_or(since, |last| last.on), period);
    let status = match last {
        Some(_) => on.status_of(due, on.soon_days(period)),
        None => Status::Blank,
    };
    Outcome::due_on(
        status,
        due,
        Ground::Elapsed {
            period,
            last,
            since,
            attestable,
        },
    )
}

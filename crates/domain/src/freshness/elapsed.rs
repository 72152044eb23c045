//! “两周内更新”: time since the last evidence.

use chrono::NaiveDate;

use super::Status;
use super::evidence::Summary;
use super::outcome::{Conditions, Ground, Last, Outcome, PutOff};
use crate::calendar::add_period;
use crate::parameters::Parameters;
use crate::rule::{AppliedRule, Period, RuleSource};

/// Due a period after the last publication; not moved off days off, since the inspection measures
/// elapsed time. Without a publication the column is blank, and the date shown is a period after
/// the duty began. Days on which the column was closed do not count. Who took over a duty that each
/// owes answers from the day of the take-over on: what it published there before does not make it
/// late earlier.
///
/// An attestation 核对无变化 counts like a publication only for the yearly least
/// ([`RuleSource::Yearly`]): a floor or a cell of the annex asks for an update.
pub(super) fn elapsed<'a>(
    applied: &AppliedRule,
    period: Period,
    (since, taken_over): (NaiveDate, Option<NaiveDate>),
    done: &Summary,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let attestable = applied.source == RuleSource::Yearly;
    let last = last_evidence(done, attestable);
    let own = last.map_or(since, |last| last.on);
    let taken_over = taken_over.filter(|day| last.is_some() && own < *day);
    let start = taken_over.unwrap_or(own);
    let in_force = in_force(applied, period, on.parameters);
    let due = due_after(applied, period, start, on);
    let status = match last {
        Some(_) => on.status_of(due, on.soon_days(in_force)),
        None => Status::Blank,
    };
    Outcome::due_on(
        status,
        due,
        Ground::Elapsed {
            period: in_force,
            last,
            since,
            attestable,
            put_off: taken_over
                .map(|day| PutOff::TakenOver { day })
                .or_else(|| why_later(applied, start, in_force, due, on)),
        },
    )
}

fn last_evidence(done: &Summary, attestable: bool) -> Option<Last> {
    let published = done.last_updated_on.map(|day| Last {
        on: day,
        attested: false,
    });
    let attested = done.attested_on.filter(|_| attestable);
    match (published, attested) {
        (Some(last), Some(day)) if last.on >= day => Some(last),
        (_, Some(day)) => Some(Last {
            on: day,
            attested: true,
        }),
        (last, None) => last,
    }
}

/// The period of a rule with its figure as it is in force.
fn in_force(applied: &AppliedRule, period: Period, parameters: &Parameters) -> Period {
    let figure = applied.figure.and_then(|figure| parameters.period(figure));
    figure.unwrap_or(period)
}

/// A period after a day. A period or rule that came into force meanwhile makes nothing due before
/// it was in force; what was overdue by then stays so.
pub(super) fn due_after(
    applied: &AppliedRule,
    period: Period,
    start: NaiveDate,
    on: Conditions<'_>,
) -> NaiveDate {
    let due_by = |parameters: &Parameters| {
        let period = in_force(applied, period, parameters);
        on.closures.period_end(start, period, on.today)
    };
    // A duty that has not begun is judged by the figures of the day, not by later ones.
    let mut due = due_by(on.timeline.on(start.min(on.today)));
    if applied.figure.is_some() {
        for (from, parameters) in on.timeline.changes(start, on.today) {
            due = due_by(parameters).max(due.min(from));
        }
    }
    due.max(applied.effective_from.unwrap_or(NaiveDate::MIN))
}

/// Why the day is later than the period alone would say.
pub(super) fn why_later(
    applied: &AppliedRule,
    start: NaiveDate,
    period: Period,
    due: NaiveDate,
    on: Conditions<'_>,
) -> Option<PutOff> {
    if due <= add_period(start, period) {
        return None;
    }
    let by_closure = on.closures.period_end(start, period, on.today);
    if due == by_closure {
        let days = on.closures.days(start, due.min(on.today));
        return Some(PutOff::Closed { days });
    }
    let by_rule = applied.effective_from.filter(|day| *day == due);
    let by_figure = on.timeline.changes(start, on.today).map(|(from, _)| from);
    let day = by_rule.or_else(|| by_figure.filter(|from| *from <= due).last())?;
    Some(PutOff::InForceSince { day })
}

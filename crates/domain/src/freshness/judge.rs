//! All rules of a duty together.

use chrono::NaiveDate;

use super::evidence::{Evidence, Party, Summary};
use super::outcome::{Conditions, Ground, Outcome};
use super::{Facts, Judgement, RuleJudgement, Status};
use super::{age::age, count::count, elapsed::elapsed, event::event};
use crate::calendar::WorkCalendar;
use crate::parameters::Timeline;
use crate::rule::{AppliedRule, DutyMode, Rule};

/// A [`Judgement`] without its words: for lists and totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// As [`Judgement::status`].
    pub status: Status,
    /// As [`Judgement::due`].
    pub due: Option<NaiveDate>,
    /// As [`Judgement::deciding`], an index into the rules.
    pub deciding: Option<usize>,
    /// Whether the deciding rule touches a year without an announced arrangement.
    pub unannounced: bool,
    /// As [`Judgement::last_publication_id`].
    pub last_publication_id: Option<i64>,
    /// As [`Judgement::last_updated_on`].
    pub last_updated_on: Option<NaiveDate>,
}

/// Judges a duty as a party stands with it: all owners together where they share it, one owner
/// where each owes its own (see [`parties`]).
///
/// `facts` may hold more than the party's: publications and attestations of other departments and
/// events that oblige others are passed over. An empty `party` passes nothing over; that is the
/// state of a column which nobody owns. Publications after `today` (Asia/Shanghai) do not count.
/// Figures are those of the day: for an event those of its own day, and a period that was
/// shortened makes nothing due before the change. While the column is closed no clock runs.
///
/// The status is the most urgent of all rules (空白 > 超期 > 今日到期 > 临期 > 正常 > 不计时), the
/// due date the earliest of all rules; a duty without rules has no clock.
#[must_use]
pub fn judge(
    rules: &[AppliedRule],
    party: &[i64],
    facts: &Facts<'_>,
    calendar: &WorkCalendar,
    timeline: &Timeline,
    today: NaiveDate,
) -> Judgement {
    let on = Conditions::of(facts, calendar, timeline, today);
    let party = Party::of(party, facts);
    let evidence = evidence(rules, party, facts, today);
    let mut by_rule = Vec::with_capacity(rules.len());
    let assessment = weigh(rules, party, facts, &evidence, on, |rule, outcome| {
        by_rule.push(RuleJudgement {
            rule,
            status: outcome.status,
            due: outcome.due,
            unannounced: outcome.unannounced,
            arithmetic: outcome.explain(calendar),
            event_id: outcome.event_id,
        });
    });
    Judgement {
        status: assessment.status,
        due: assessment.due,
        deciding: assessment.deciding,
        last_publication_id: assessment.last_publication_id,
        last_updated_on: assessment.last_updated_on,
        by_rule,
    }
}

/// The same as [`judge`] without words: one pass over the facts, and no allocation unless an event
/// rule has events to match.
#[must_use]
pub fn assess(
    rules: &[AppliedRule],
    party: &[i64],
    facts: &Facts<'_>,
    calendar: &WorkCalendar,
    timeline: &Timeline,
    today: NaiveDate,
) -> Assessment {
    let on = Conditions::of(facts, calendar, timeline, today);
    let party = Party::of(party, facts);
    let evidence = evidence(rules, party, facts, today);
    weigh(rules, party, facts, &evidence, on, |_, _| {})
}

/// The same as [`assess`] where publications and attestations were summed up elsewhere, e.g. by a
/// database: `facts` holds none of them, and of the events only those that wait for this party.
#[must_use]
pub fn assess_summary(
    rules: &[AppliedRule],
    party: &[i64],
    facts: &Facts<'_>,
    summary: &Summary,
    calendar: &WorkCalendar,
    timeline: &Timeline,
    today: NaiveDate,
) -> Assessment {
    let on = Conditions::of(facts, calendar, timeline, today);
    let evidence = Evidence::of(*summary);
    weigh(
        rules,
        Party::of(party, facts),
        facts,
        &evidence,
        on,
        |_, _| {},
    )
}

/// Judges a duty that each of its owners owes, once for each, by that owner's own facts. An event
/// without a department obliges every owner, and each discharges it by a publication of its own.
#[must_use]
pub fn judge_each(
    rules: &[AppliedRule],
    owners: &[i64],
    facts: &Facts<'_>,
    calendar: &WorkCalendar,
    timeline: &Timeline,
    today: NaiveDate,
) -> Vec<(i64, Judgement)> {
    owners
        .iter()
        .map(|owner| {
            (
                *owner,
                judge(rules, &[*owner], facts, calendar, timeline, today),
            )
        })
        .collect()
}

/// The parties that stand with a duty: every owner for itself where each owes its own, otherwise
/// all together. Without owners one party of nobody.
#[must_use]
pub fn parties(mode: DutyMode, owners: &[i64]) -> Vec<&[i64]> {
    match mode {
        DutyMode::Each if !owners.is_empty() => owners.chunks(1).collect(),
        DutyMode::Each | DutyMode::Shared => vec![owners],
    }
}

fn evidence(
    rules: &[AppliedRule],
    party: Party<'_>,
    facts: &Facts<'_>,
    today: NaiveDate,
) -> Evidence {
    let on_event = |applied: &AppliedRule| matches!(applied.rule, Rule::Event { .. });
    let with_events = !facts.events.is_empty() && rules.iter().any(on_event);
    Evidence::gather(facts, party, today, with_events)
}

/// Applies every rule, hands each outcome on, and keeps what all together say.
fn weigh<'a>(
    rules: &[AppliedRule],
    party: Party<'_>,
    facts: &Facts<'a>,
    evidence: &Evidence,
    on: Conditions<'_>,
    mut each: impl FnMut(usize, &Outcome<'a>),
) -> Assessment {
    let mut all = Assessment {
        status: Status::NoClock,
        due: None,
        deciding: None,
        unannounced: false,
        last_publication_id: evidence.summary.last_publication_id,
        last_updated_on: evidence.summary.last_updated_on,
    };
    let mut strictest = None;
    for (index, applied) in rules.iter().enumerate() {
        let outcome = apply(applied, party, facts, evidence, on);
        let key = (outcome.status, outcome.due.unwrap_or(NaiveDate::MAX));
        if strictest.is_none_or(|strictest| key < strictest) {
            strictest = Some(key);
            all.status = outcome.status;
            all.deciding = Some(index);
            all.unannounced = outcome.unannounced;
        }
        all.due = match (all.due, outcome.due) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        each(index, &outcome);
    }
    all
}

fn apply<'a>(
    applied: &AppliedRule,
    party: Party<'_>,
    facts: &Facts<'a>,
    evidence: &Evidence,
    on: Conditions<'_>,
) -> Outcome<'a> {
    let done = &evidence.summary;
    if let Some(since) = on.closures.since(on.today) {
        return Outcome::without_due(Status::NoClock, Ground::Closed { since });
    }
    match &applied.rule {
        Rule::Elapsed { period } => {
            let begins = (facts.since, facts.taken_over);
            elapsed(applied, *period, begins, done, on)
        }
        Rule::Count { per_year } => count(applied, *per_year, facts.since, done, on),
        Rule::Event { triggers, limit } => {
            event(applied, (triggers, *limit), facts, party, evidence, on)
        }
        Rule::Reply => Outcome::without_due(Status::NoClock, Ground::Reply),
        Rule::MaximumAge { period } => age(applied, *period, done, on),
        Rule::External => Outcome::without_due(Status::NoClock, Ground::External),
    }
}

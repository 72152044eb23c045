//! The past: accounts and runs of statuses against days that are told off one by one.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use lanmu_domain::freshness::{Account, Past, RuleHistory, Tenure, account, assess, status_runs};
use lanmu_domain::rule::{AppliedRule, Rule};
use proptest::prelude::*;

use super::days::next;
use super::model::Model;
use super::worlds::{CALENDAR, World, any_day, any_rule, any_world};

fn world() -> impl Strategy<Value = World> {
    any_world(any_rule().boxed())
}

/// A span of up to two months.
fn any_span() -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    (any_day(), 0_u64..60).prop_map(|(from, days)| (from, from + Days::new(days)))
}

/// Runs a check on the past of a world whose rules never changed.
fn on_past<T>(world: &World, check: impl FnOnce(&Past<'_>) -> T) -> T {
    let rules = [(NaiveDate::MIN, world.rules.clone())];
    let timeline = world.timeline();
    check(&Past {
        rules: RuleHistory(&rules),
        party: &world.party,
        facts: world.facts(),
        calendar: &CALENDAR,
        timeline: &timeline,
    })
}

fn accounted(world: &World, tenure: Tenure, (from, to): (NaiveDate, NaiveDate)) -> Account {
    on_past(world, |past| account(past, tenure, from, to))
}

const fn tenure(since: NaiveDate, until: Option<NaiveDate>) -> Tenure {
    Tenure {
        department_id: 1,
        since,
        until,
    }
}

fn has_events(applied: &AppliedRule) -> bool {
    matches!(applied.rule, Rule::Event { .. })
}

/// A day is late if the column is open, was open the day before, and something was due before the
/// day began that nobody had done by then.
fn late_days(world: &World, (from, to): (NaiveDate, NaiveDate)) -> BTreeSet<NaiveDate> {
    let mut late = BTreeSet::new();
    let mut day = from;
    while day <= to {
        let before = Model::new(world, day.pred_opt().unwrap());
        let (_, due) = Model::together(&before.says());
        let is_open = !Model::new(world, day).is_closed(day);
        if is_open && due.is_some_and(|due| due < day) {
            late.insert(day);
        }
        day = next(day);
    }
    late
}

/// Late days of the column and of every single event, and how many of them were late at all.
fn naive(world: &World, span: (NaiveDate, NaiveDate)) -> (usize, usize) {
    let mut parts = Vec::new();
    let mut column = world.clone();
    column.rules.retain(|rule| !has_events(rule));
    parts.push(column);
    for event in &world.events {
        let mut one = world.clone();
        one.rules.retain(has_events);
        one.events = vec![event.clone()];
        parts.push(one);
    }
    let late: Vec<usize> = parts.iter().map(|w| late_days(w, span).len()).collect();
    let counted = late.iter().filter(|days| **days > 0).count();
    (late.iter().sum(), counted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn late_days_are_those_that_one_counts(world in world(), span in any_span()) {
        let found = accounted(&world, tenure(span.0, None), span);
        let (days, obligations) = naive(&world, span);
        prop_assert_eq!(found.late_days as usize, days, "{:?}", found);
        prop_assert_eq!((found.obligations - found.on_time) as usize, obligations, "{:?}", found);
    }

    #[test]
    fn what_is_not_on_time_is_late(world in world(), span in any_span()) {
        let found = accounted(&world, tenure(span.0, None), span);
        let late: BTreeSet<_> = found.late.iter().map(|late| late.event_id).collect();
        prop_assert_eq!(found.on_time as usize + late.len(), found.obligations as usize);
        prop_assert_eq!(found.late.iter().map(|late| late.days).sum::<u32>(), found.late_days);
        prop_assert!(found.late.iter().all(|late| late.days > 0));
    }

    #[test]
    fn owners_one_after_the_other_share_the_late_days(
        world in world(), span in any_span(), after in 0_u64..60,
    ) {
        let handed_over = span.0 + Days::new(after);
        let whole = accounted(&world, tenure(span.0, None), span);
        let first = accounted(&world, tenure(span.0, Some(handed_over)), span);
        let second = accounted(&world, tenure(handed_over, None), span);
        prop_assert_eq!(first.late_days + second.late_days, whole.late_days);
    }

    #[test]
    fn runs_cover_every_day_once_and_agree_with_it(world in world(), span in any_span()) {
        let runs = on_past(&world, |past| status_runs(past, span.0, span.1));
        let timeline = world.timeline();
        let mut day = span.0.max(world.since);
        let mut before = None;
        for run in &runs {
            prop_assert_eq!(run.from, day);
            prop_assert!(run.from <= run.to);
            prop_assert_ne!(before, Some(run.status));
            while day <= run.to {
                let facts = world.facts();
                let found =
                    assess(&world.rules, &world.party, &facts, &CALENDAR, &timeline, day);
                prop_assert_eq!(found.status, run.status);
                day = next(day);
            }
            before = Some(run.status);
        }
        prop_assert!(day > span.1);
    }
}

//! What holds for all facts.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Attestation, Facts, Judgement, Publication, Status, TriggerEvent, assess, judge,
};
use lanmu_domain::rule::{AppliedRule, Limit, Period, Rule, RuleSource, Trigger};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::support::{applied, day, figures, moment};

/// A day within 2022–2027, the last of which is not announced.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..2190).prop_map(|n| day("2022-01-01") + Days::new(n))
}

fn any_limit() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (0_u16..8).prop_map(Limit::WorkingDays),
        (0_u16..8).prop_map(Limit::CalendarDays)
    ]
}

fn any_period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1_u16..40).prop_map(Period::Days),
        (1_u16..25).prop_map(Period::Months)
    ]
}

fn any_trigger() -> impl Strategy<Value = Trigger> {
    prop_oneof![
        Just(Trigger::DocumentIssued),
        Just(Trigger::Activity),
        Just(Trigger::Change)
    ]
}

/// Every rule that asks for updates. [`Rule::MaximumAge`] asks for the opposite.
fn update_rule() -> impl Strategy<Value = AppliedRule> {
    let source = prop_oneof![
        Just(RuleSource::Annex),
        Just(RuleSource::Floor),
        Just(RuleSource::Yearly),
        Just(RuleSource::Coordinator)
    ];
    let rule = prop_oneof![
        any_period().prop_map(|period| Rule::Elapsed { period }),
        (0_u16..14).prop_map(|per_year| Rule::Count { per_year }),
        (vec(any_trigger(), 1..3), any_limit())
            .prop_map(|(triggers, limit)| Rule::Event { triggers, limit }),
        Just(Rule::Reply),
        Just(Rule::External),
    ];
    (rule, source).prop_map(|(rule, source)| applied(rule, source))
}

prop_compose! {
    fn any_publication()(
        id in 1_i64..99, department_id in 1_i64..4, on in any_day(),
        minute in 0_i64..1440, event_ids in vec(1_i64..6, 0..3),
    ) -> Publication {
        let midnight = on.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset();
        let published_at = midnight + chrono::TimeDelta::minutes(minute);
        Publication { id, department_id, published_at, event_ids }
    }
}

prop_compose! {
    fn any_attestation()(
        id in 1_i64..99, department_id in 1_i64..4, on in any_day(), confirmed: bool,
    ) -> Attestation {
        Attestation { id, department_id, on, confirmed }
    }
}

#[derive(Clone, Debug)]
struct World {
    rules: Vec<AppliedRule>,
    party: Vec<i64>,
    since: NaiveDate,
    publications: Vec<Publication>,
    events: Vec<TriggerEvent>,
    attestations: Vec<Attestation>,
    today: NaiveDate,
}

prop_compose! {
    fn any_world()(
        rules in vec(update_rule(), 0..5),
        party in vec(1_i64..4, 0..3),
        since in any_day(),
        publications in vec(any_publication(), 0..8),
        events in vec((any_trigger(), proptest::option::of(1_i64..4), any_day()), 0..5),
        attestations in vec(any_attestation(), 0..4),
        today in any_day(),
    ) -> World {
        let events = (1..).zip(events).map(|(id, (trigger, department_id, occurred_on))| {
            TriggerEvent {
                id,
                trigger,
                department_ids: department_id.into_iter().collect(),
                occurred_on,
                registered_on: occurred_on,
                title: String::new(),
            }
        }).collect();
        World { rules, party, since, publications, events, attestations, today }
    }
}

impl World {
    fn facts(&self) -> Facts<'_> {
        Facts {
            publications: &self.publications,
            events: &self.events,
            attestations: &self.attestations,
            ..Facts::none(self.since)
        }
    }

    fn judged(&self) -> Judgement {
        let (calendar, figures) = (WorkCalendar::shipped(), figures());
        judge(
            &self.rules,
            &self.party,
            &self.facts(),
            &calendar,
            &figures,
            self.today,
        )
    }
}

fn first_moment(on: NaiveDate) -> DateTime<FixedOffset> {
    moment(&format!("{on}T00:00:00+08:00"))
}

/// No due date is later than any.
fn or_never(due: Option<NaiveDate>) -> NaiveDate {
    due.unwrap_or(NaiveDate::MAX)
}

/// No rule is more urgent than before, nor due earlier; nor is the duty as a whole.
///
/// One exception, `from_before_the_duty`: the date shown for a blank rule is counted from the
/// duty's first day, as if something had been published then. Evidence older than that day ends
/// the blank, and shows how old it is.
fn assert_no_stricter(
    before: &Judgement,
    after: &Judgement,
    from_before_the_duty: bool,
) -> Result<(), TestCaseError> {
    let excused = |status| from_before_the_duty && status == Status::Blank;
    prop_assert!(after.status >= before.status);
    let any_excused = before.by_rule.iter().any(|rule| excused(rule.status));
    prop_assert!(any_excused || or_never(after.due) >= or_never(before.due));
    for (before, after) in before.by_rule.iter().zip(&after.by_rule) {
        prop_assert!(after.status >= before.status, "{:?} {:?}", before, after);
        let later = or_never(after.due) >= or_never(before.due);
        prop_assert!(later || excused(before.status), "{:?} {:?}", before, after);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_publication_never_moves_a_due_date_earlier(
        world in any_world(), more in any_publication(),
    ) {
        let before = world.judged();
        let old = more.published_at < first_moment(world.since);
        let mut with = world;
        with.publications.push(more);
        assert_no_stricter(&before, &with.judged(), old)?;
    }

    #[test]
    fn an_attestation_never_moves_a_due_date_earlier(
        world in any_world(), more in any_attestation(),
    ) {
        let before = world.judged();
        let old = more.on < world.since;
        let mut with = world;
        with.attestations.push(more);
        assert_no_stricter(&before, &with.judged(), old)?;
    }

    /// The exact form for the greatest age: an item that is not the oldest changes nothing there.
    #[test]
    fn an_item_that_is_not_the_oldest_changes_no_greatest_age(
        world in any_world(), first in any_publication(), period in any_period(), at: Index,
    ) {
        let mut world = world;
        world.rules.push(applied(Rule::MaximumAge { period }, RuleSource::Annex));
        world.party.clear();
        world.publications.push(first);
        world.publications.sort_by_key(|p| p.published_at);
        prop_assume!(world.publications.len() > 1);
        let taken = 1 + at.index(world.publications.len() - 1);
        let more = world.publications.remove(taken);
        let old = more.published_at < first_moment(world.since);
        let before = world.judged();
        world.publications.push(more);
        let after = world.judged();
        assert_no_stricter(&before, &after, old)?;
        prop_assert_eq!(before.by_rule.last().map(|r| r.due), after.by_rule.last().map(|r| r.due));
    }

    #[test]
    fn the_status_follows_from_the_date(world in any_world()) {
        for rule in world.judged().by_rule {
            match (rule.status, rule.due) {
                (Status::Blank, due) => prop_assert!(due.is_some()),
                (Status::Overdue, due) => prop_assert!(due.is_some_and(|due| due < world.today)),
                (Status::DueToday, due) => prop_assert_eq!(due, Some(world.today)),
                (Status::DueSoon, due) => prop_assert!(due.is_some_and(|due| due > world.today)),
                (Status::Fresh, due) => prop_assert!(due.is_none_or(|due| due > world.today)),
                (Status::NoClock, due) => prop_assert_eq!(due, None),
            }
        }
    }

    #[test]
    fn the_order_of_the_facts_does_not_matter(world in any_world()) {
        let judged = world.judged();
        let mut turned = world;
        turned.publications.reverse();
        turned.events.reverse();
        turned.attestations.reverse();
        prop_assert_eq!(turned.judged(), judged);
    }

    #[test]
    fn the_short_answer_agrees_with_the_long_one(world in any_world()) {
        let (calendar, figures) = (WorkCalendar::shipped(), figures());
        let long = world.judged();
        let short =
            assess(&world.rules, &world.party, &world.facts(), &calendar, &figures, world.today);
        prop_assert_eq!(short.status, long.status);
        prop_assert_eq!(short.due, long.due);
        prop_assert_eq!(short.deciding, long.deciding);
        prop_assert_eq!(short.unannounced, long.deciding_rule().is_some_and(|r| r.unannounced));
        prop_assert_eq!(short.last_publication_id, long.last_publication_id);
        prop_assert_eq!(short.last_updated_on, long.last_updated_on);
    }
}

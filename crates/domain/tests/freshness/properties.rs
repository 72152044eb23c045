//! What holds for all facts.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use lanmu_domain::freshness::{
    Assessment, Facts, Judgement, Publication, Status, Summary, Tenure, assess, assess_summary,
};
use lanmu_domain::rule::{Rule, RuleSource};
use proptest::prelude::*;
use proptest::sample::Index;

use super::support::{applied, moment};
use super::worlds::{
    CALENDAR, Change, World, any_attestation, any_change, any_closure, any_day, any_period,
    any_publication, any_rule, any_world, update_rule,
};

fn updated() -> impl Strategy<Value = World> {
    any_world(update_rule().boxed())
}

fn world() -> impl Strategy<Value = World> {
    any_world(any_rule().boxed())
}

fn first_moment(on: NaiveDate) -> DateTime<FixedOffset> {
    moment(&format!("{on}T00:00:00+08:00"))
}

fn shanghai(publication: &Publication) -> NaiveDate {
    let offset = FixedOffset::east_opt(8 * 3600).unwrap();
    publication.published_at.with_timezone(&offset).date_naive()
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
        world in updated(), more in any_publication(),
    ) {
        let before = world.judged();
        let old = more.published_at < first_moment(world.since);
        let mut with = world;
        with.publications.push(more);
        assert_no_stricter(&before, &with.judged(), old)?;
    }

    #[test]
    fn an_attestation_never_moves_a_due_date_earlier(
        world in updated(), more in any_attestation(),
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
        world in updated(), first in any_publication(), period in any_period(), at: Index,
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
    fn the_status_follows_from_the_date(world in world()) {
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
    fn the_order_of_the_facts_does_not_matter(world in world()) {
        let judged = world.judged();
        let mut turned = world;
        turned.publications.reverse();
        turned.events.reverse();
        turned.attestations.reverse();
        prop_assert_eq!(turned.judged(), judged);
    }

    #[test]
    fn the_short_answer_agrees_with_the_long_one(world in world()) {
        let long = world.judged();
        let short = assess(
            &world.rules, &world.party, &world.facts(), &CALENDAR, &world.timeline(), world.today,
        );
        prop_assert_eq!(short.status, long.status);
        prop_assert_eq!(short.due, long.due);
        prop_assert_eq!(short.deciding, long.deciding);
        prop_assert_eq!(short.unannounced, long.deciding_rule().is_some_and(|r| r.unannounced));
        prop_assert_eq!(short.last_publication_id, long.last_publication_id);
        prop_assert_eq!(short.last_updated_on, long.last_updated_on);
    }

    /// Summing up elsewhere, a department at a time, leaves the answer as it is.
    #[test]
    fn a_summary_says_as_much_as_the_facts(mut world in world()) {
        // Each department for itself is what a database can sum up.
        world.former.clear();
        world.party.sort_unstable();
        world.party.dedup();
        let whole = assess(
            &world.rules, &world.party, &world.facts(), &CALENDAR, &world.timeline(), world.today,
        );
        let mut summary = Summary::default();
        if world.party.is_empty() {
            summary = Summary::of(&[], &world.facts(), world.today);
        }
        for department in &world.party {
            summary.add(&Summary::of(&[*department], &world.facts(), world.today));
        }
        let answered: Vec<i64> = world
            .publications
            .iter()
            .filter(|p| shanghai(p) <= world.today)
            .filter(|p| world.party.is_empty() || world.party.contains(&p.department_id))
            .flat_map(|p| p.event_ids.clone())
            .collect();
        world.events.retain(|event| !answered.contains(&event.id));
        let facts = Facts { publications: &[], attestations: &[], ..world.facts() };
        let timeline = world.timeline();
        let found = assess_summary(
            &world.rules, &world.party, &facts, &summary, &CALENDAR, &timeline, world.today,
        );
        let last_publication_id = whole.last_publication_id;
        prop_assert_eq!(Assessment { last_publication_id, ..found }, whole);
    }

    /// The clock stops while a column is closed, so that afterwards everything has more time. While
    /// it is closed nothing is due at all.
    #[test]
    fn a_closure_never_makes_anything_due_earlier(world in world(), closure in any_closure()) {
        let before = world.judged();
        let mut with = world;
        with.closures.push(closure);
        assert_no_stricter(&before, &with.judged(), false)?;
    }

    /// What comes into force later leaves the past as it was.
    #[test]
    fn a_past_day_knows_no_later_figures(
        world in world(), later in any_change(), days in 1_u64..400,
    ) {
        let before = world.judged();
        let from = world.today + Days::new(days);
        let mut with = world;
        with.changes.push(Change { from, ..later });
        prop_assert_eq!(with.judged(), before);
    }

    /// A figure that changes today makes nothing overdue today that was not.
    #[test]
    fn a_change_makes_nothing_overdue_on_its_first_day(
        world in updated(), mut change in any_change(),
    ) {
        let before = world.judged();
        change.from = world.today;
        let mut with = world;
        with.changes.push(change);
        for (before, after) in before.by_rule.iter().zip(&with.judged().by_rule) {
            if before.status > Status::Overdue {
                prop_assert!(after.status > Status::Overdue, "{:?} {:?}", before, after);
            }
        }
    }

    /// What an owner of before did while it was the owner counts as if an owner of now had done
    /// it; what it did before or afterwards does not count.
    #[test]
    fn a_former_owner_counts_for_its_time_only(
        world in world(), more in any_publication(), since in any_day(), days in 0_u64..600,
    ) {
        let mut with = world;
        with.party.push(1);
        let until = Some(since + Days::new(days));
        let tenure = Tenure { department_id: 9, since, until };
        with.former.push(tenure);
        let without = with.judged();
        let covered = tenure.covers(shanghai(&more));
        with.publications.push(Publication { department_id: 9, ..more.clone() });
        let by_former = with.judged();
        with.publications.pop();
        with.publications.push(Publication { department_id: 1, ..more });
        let by_owner = with.judged();
        prop_assert_eq!(by_former, if covered { by_owner } else { without });
    }
}

//! All rules of a duty together.

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{Status, assess};
use lanmu_domain::rule::{Limit, Period, Rule, RuleSource, Trigger};

use super::support::{
    Story, applied, count, day, due, elapsed, figures, maximum_age, on_event, yearly,
};

#[test]
fn the_strictest_wins_and_all_are_shown() {
    let rules = [
        yearly(),
        elapsed(Period::Months(6)),
        elapsed(Period::Days(14)),
    ];
    let judged = Story::new()
        .published("2026-03-02")
        .judged(&rules, "2026-03-16");
    assert_eq!(
        (judged.status, judged.due),
        (Status::DueToday, due("2026-03-16"))
    );
    assert_eq!(judged.deciding, Some(2));
    let dues: Vec<_> = judged.by_rule.iter().map(|rule| rule.due).collect();
    assert_eq!(
        dues,
        [due("2027-03-02"), due("2026-09-02"), due("2026-03-16")]
    );
    let order: Vec<_> = judged.by_rule.iter().map(|rule| rule.rule).collect();
    assert_eq!(order, [0, 1, 2]);
}

#[test]
fn blank_comes_before_overdue_and_the_earliest_date_is_kept() {
    let rules = [yearly(), on_event(Trigger::Change, Limit::WorkingDays(1))];
    let judged = Story::new()
        .happened(Trigger::Change, "2026-03-09")
        .judged(&rules, "2026-03-11");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Blank, due("2026-03-10"))
    );
    assert_eq!(judged.deciding_rule().map(|rule| rule.rule), Some(0));
    assert_eq!(judged.due_rule().map(|rule| rule.rule), Some(1));
}

#[test]
fn rules_without_a_clock_do_not_hide_one_with() {
    let reply = applied(Rule::Reply, RuleSource::Annex);
    let external = applied(Rule::External, RuleSource::Annex);
    let story = Story::new();
    let none = story.judged(&[reply.clone(), external.clone()], "2026-03-11");
    assert_eq!((none.status, none.due), (Status::NoClock, None));
    let one = story.judged(
        &[
            reply,
            external,
            on_event(Trigger::Change, Limit::WorkingDays(1)),
        ],
        "2026-03-11",
    );
    assert_eq!(
        (one.status, one.due, one.deciding),
        (Status::Fresh, None, Some(2))
    );
}

#[test]
fn a_column_without_a_rule_has_no_clock() {
    let judged = Story::new()
        .published("2026-03-02")
        .judged(&[], "2026-03-11");
    assert_eq!(
        (judged.status, judged.due, judged.deciding),
        (Status::NoClock, None, None)
    );
    assert_eq!(judged.last_updated_on, Some(day("2026-03-02")));
    assert!(judged.by_rule.is_empty());
}

#[test]
fn three_a_year_also_keeps_the_year_between_two() {
    let rules = [count(3), elapsed(Period::Months(12))];
    let story = Story::new()
        .since("2024-01-01")
        .published("2024-11-01")
        .published("2025-01-02")
        .published("2025-01-03")
        .published("2025-01-04");
    let judged = story.judged(&rules, "2026-01-05");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Overdue, due("2026-01-04"))
    );
    assert_eq!(judged.deciding, Some(1));
}

#[test]
fn an_event_does_not_make_content_look_fresh() {
    let rules = [elapsed(Period::Days(14))];
    let story = Story::new().published("2026-03-02");
    let before = story.stands(&rules, "2026-03-20");
    let reminded = story.happened(Trigger::Change, "2026-03-19");
    assert_eq!(reminded.stands(&rules, "2026-03-20"), before);
}

#[test]
fn judging_at_the_ends_of_time_does_not_panic() {
    let rules = [
        yearly(),
        count(3),
        on_event(Trigger::Change, Limit::WorkingDays(9)),
        maximum_age(Period::Months(u16::MAX)),
    ];
    let mut story = Story::new()
        .published("2026-03-02")
        .happened(Trigger::Change, "2026-03-09");
    for moment in [
        chrono::DateTime::<chrono::Utc>::MAX_UTC,
        chrono::DateTime::<chrono::Utc>::MIN_UTC,
    ] {
        story
            .publications
            .push(lanmu_domain::freshness::Publication {
                id: 1,
                department_id: 1,
                published_at: moment.into(),
                event_ids: Vec::new(),
            });
    }
    story.events[0].occurred_on = NaiveDate::MAX;
    for since in [NaiveDate::MIN, NaiveDate::MAX] {
        story.since = since;
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            let assessed = assess(
                &rules,
                &[1],
                &story.facts(),
                &WorkCalendar::shipped(),
                &figures(),
                today,
            );
            assert!(assessed.deciding.is_some());
        }
    }
}

//! Figures and rules that come into force on a day.

use lanmu_domain::freshness::Status;
use lanmu_domain::parameters::Figure;
use lanmu_domain::rule::{Limit, Period, Trigger};
use rstest::rstest;

use super::support::{
    Story, by_figure, count, due, elapsed, figures_with, maximum_age, on_event, set_on,
};

/// Three working days until Sunday, two from Monday, 9 March 2026, on. Under the new figure the
/// document of Friday would have been due on Tuesday.
#[rstest]
#[case::thursday_before("2026-03-05", "2026-03-10")]
#[case::friday_before("2026-03-06", "2026-03-11")]
#[case::sunday_before("2026-03-08", "2026-03-11")]
#[case::monday("2026-03-09", "2026-03-11")]
#[case::tuesday("2026-03-10", "2026-03-12")]
fn an_event_takes_the_figure_of_its_own_day(#[case] happened: &str, #[case] last: &str) {
    let figures = figures_with("document_issued", Limit::WorkingDays(2), "2026-03-09");
    let story = Story::new().happened(Trigger::DocumentIssued, happened);
    let rule = on_event(Trigger::DocumentIssued, Limit::WorkingDays(3));
    let rules = [by_figure(rule, Figure::DocumentIssued)];
    for (today, status) in [
        (last, Status::DueToday),
        ("2026-03-13", Status::Overdue),
        ("2026-04-13", Status::Overdue),
    ] {
        let judged = story.judged_for(&[1], &rules, &figures, today);
        assert_eq!((judged.status, judged.due), (status, due(last)), "{today}");
    }
}

/// Fourteen days become seven, or thirty, on 9 March.
#[rstest]
#[case::shorter_not_yet(7, "2026-02-25", "2026-03-08", Status::DueSoon, "2026-03-11")]
#[case::shorter_due_at_once(7, "2026-02-25", "2026-03-09", Status::DueToday, "2026-03-09")]
#[case::shorter_overdue_next_day(7, "2026-02-25", "2026-03-10", Status::Overdue, "2026-03-09")]
#[case::shorter_in_time(7, "2026-03-05", "2026-03-09", Status::DueSoon, "2026-03-12")]
#[case::shorter_late_already(7, "2026-02-20", "2026-03-09", Status::Overdue, "2026-03-06")]
#[case::longer_not_yet(30, "2026-02-20", "2026-03-08", Status::Overdue, "2026-03-06")]
#[case::longer_at_once(30, "2026-02-20", "2026-03-09", Status::Fresh, "2026-03-22")]
fn a_period_changes_for_what_is_under_way(
    #[case] days: u16,
    #[case] published: &str,
    #[case] today: &str,
    #[case] status: Status,
    #[case] last: &str,
) {
    let figures = figures_with("floor_news", Period::Days(days), "2026-03-09");
    let story = Story::new().published(published);
    let rules = [by_figure(elapsed(Period::Days(14)), Figure::FloorNews)];
    let judged = story.judged_for(&[1], &rules, &figures, today);
    assert_eq!((judged.status, judged.due), (status, due(last)));
}

/// A duty that begins on 20 March, looked at before; seven days hold only from the 15th on.
#[test]
fn a_duty_that_has_not_begun_knows_no_later_figure() {
    let figures = figures_with("floor_news", Period::Days(7), "2026-03-15");
    let story = Story::new().since("2026-03-20");
    let rules = [by_figure(elapsed(Period::Days(14)), Figure::FloorNews)];
    for (today, last) in [("2026-03-10", "2026-04-03"), ("2026-03-15", "2026-03-27")] {
        let judged = story.judged_for(&[1], &rules, &figures, today);
        assert_eq!((judged.status, judged.due), (Status::Blank, due(last)));
    }
}

#[rstest]
#[case::elapsed(elapsed(Period::Days(14)))]
#[case::age(maximum_age(Period::Days(14)))]
fn a_rule_makes_nothing_due_before_it_was_set(#[case] rule: lanmu_domain::rule::AppliedRule) {
    let story = Story::new().published("2026-02-02");
    let rules = [set_on(rule, "2026-03-09")];
    assert_eq!(
        story.stands(&rules, "2026-03-09"),
        (Status::DueToday, due("2026-03-09"))
    );
    assert_eq!(
        story.stands(&rules, "2026-03-10"),
        (Status::Overdue, due("2026-03-09"))
    );
}

/// 9 March is a Monday.
#[test]
fn events_from_before_a_rule_count_from_the_day_on_which_it_was_set() {
    let rule = on_event(Trigger::Change, Limit::WorkingDays(3));
    let story = Story::new().happened(Trigger::Change, "2026-01-05");
    assert_eq!(
        story.stands(&[set_on(rule, "2026-03-09")], "2026-03-09"),
        (Status::DueSoon, due("2026-03-12"))
    );
}

/// One publication in 2025, when nobody asked for three.
#[rstest]
#[case::set_this_year("2026-01-15", Status::Fresh, "2026-12-31")]
#[case::set_on_new_years_day("2026-01-01", Status::Fresh, "2026-12-31")]
#[case::set_on_the_last_day("2025-12-31", Status::Overdue, "2025-12-31")]
fn a_number_is_not_asked_for_in_years_before_it_was_set(
    #[case] set: &str,
    #[case] status: Status,
    #[case] last: &str,
) {
    let story = Story::new().since("2022-07-26").published("2025-06-02");
    let rules = [set_on(count(3), set)];
    assert_eq!(story.stands(&rules, "2026-01-20"), (status, due(last)));
}

/// Every kind of rule: due until the end of its day, overdue from the next day on.
#[rstest]
#[case::elapsed(elapsed(Period::Days(14)), "2026-03-16", "2026-03-17")]
#[case::age(maximum_age(Period::Days(14)), "2026-03-16", "2026-03-17")]
#[case::event(
    on_event(Trigger::Change, Limit::WorkingDays(2)),
    "2026-03-04",
    "2026-03-05"
)]
#[case::count(count(3), "2026-12-31", "2027-01-01")]
fn the_boundary_is_the_day(
    #[case] rule: lanmu_domain::rule::AppliedRule,
    #[case] last: &str,
    #[case] next: &str,
) {
    let story = Story::new()
        .published("2026-03-02")
        .happened(Trigger::Change, "2026-03-02");
    let rules = [rule];
    assert_eq!(story.stands(&rules, last), (Status::DueToday, due(last)));
    assert_eq!(story.stands(&rules, next), (Status::Overdue, due(last)));
}

//! Closed and reopened columns.

use lanmu_domain::freshness::Status;
use lanmu_domain::rule::{Limit, Period, Trigger};
use rstest::rstest;

use super::support::{Story, count, due, elapsed, maximum_age, on_event};

/// Published on 2 March, due on the 16th; closed since the 10th.
fn closed() -> Story {
    Story::new()
        .published("2026-03-02")
        .closed("2026-03-10", None)
}

#[rstest]
#[case::the_day_before("2026-03-09", Status::Fresh, due("2026-03-16"))]
#[case::the_first_day("2026-03-10", Status::NoClock, None)]
#[case::long_afterwards("2026-09-10", Status::NoClock, None)]
fn a_closed_column_has_no_clock(
    #[case] today: &str,
    #[case] status: Status,
    #[case] end: Option<chrono::NaiveDate>,
) {
    let stands = closed().stands(&[elapsed(Period::Days(14))], today);
    assert_eq!(stands, (status, end));
}

#[test]
fn no_rule_runs_while_it_is_closed() {
    let rules = [
        elapsed(Period::Days(14)),
        count(3),
        maximum_age(Period::Days(3)),
        on_event(Trigger::Change, Limit::WorkingDays(1)),
    ];
    let story = closed().happened(Trigger::Change, "2026-03-03");
    let judged = story.judged(&rules, "2026-03-20");
    for rule in judged.by_rule {
        assert_eq!((rule.status, rule.due), (Status::NoClock, None));
        assert_eq!(
            rule.arithmetic,
            "栏目自2026年3月10日（周二）起关闭，关闭期间不计时。"
        );
    }
}

/// Closed on five days, from 10 to 14 March.
#[rstest]
#[case::open_again("2026-03-15", Status::Fresh)]
#[case::window_opens("2026-03-18", Status::DueSoon)]
#[case::due_today("2026-03-21", Status::DueToday)]
#[case::overdue("2026-03-22", Status::Overdue)]
fn closed_days_do_not_count(#[case] today: &str, #[case] status: Status) {
    let story = Story::new()
        .published("2026-03-02")
        .closed("2026-03-10", Some("2026-03-15"));
    let rules = [elapsed(Period::Days(14))];
    assert_eq!(story.stands(&rules, today), (status, due("2026-03-21")));
}

#[rstest]
// The 9th is a Monday: the 12th, 13th and 16th are open working days.
#[case::working_days(Limit::WorkingDays(3), "2026-03-16")]
// The 12th, then the 13th.
#[case::calendar_days(Limit::CalendarDays(2), "2026-03-13")]
// The fourth open day is Sunday the 15th.
#[case::rolled(Limit::CalendarDays(4), "2026-03-16")]
fn limits_leave_closed_days_out(#[case] limit: Limit, #[case] last: &str) {
    let story = Story::new()
        .happened(Trigger::Change, "2026-03-09")
        .closed("2026-03-10", Some("2026-03-12"));
    let rules = [on_event(Trigger::Change, limit)];
    assert_eq!(story.stands(&rules, "2026-03-12").1, due(last));
}

#[test]
fn what_was_overdue_before_stays_overdue() {
    let story = Story::new()
        .published("2026-02-20")
        .closed("2026-03-10", Some("2026-03-15"));
    assert_eq!(
        story.stands(&[elapsed(Period::Days(14))], "2026-03-15"),
        (Status::Overdue, due("2026-03-06"))
    );
}

#[rstest]
#[case::once("2026-01-10", &[("2026-01-15", "2026-01-20")], "2026-02-15")]
#[case::twice("2026-01-10", &[("2026-01-15", "2026-01-20"), ("2026-02-01", "2026-02-03")], "2026-02-17")]
#[case::overlapping("2026-01-10", &[("2026-01-15", "2026-01-20"), ("2026-01-18", "2026-01-22")], "2026-02-17")]
#[case::in_the_days_added("2026-01-10", &[("2026-02-05", "2026-02-10"), ("2026-02-12", "2026-02-13")], "2026-02-16")]
#[case::before_the_start("2026-01-10", &[("2026-01-02", "2026-01-08")], "2026-02-10")]
#[case::after_the_end("2026-01-10", &[("2026-02-11", "2026-02-20")], "2026-02-10")]
fn closed_days_put_a_month_off(
    #[case] published: &str,
    #[case] closures: &[(&str, &str)],
    #[case] last: &str,
) {
    let story = closures.iter().fold(
        Story::new().published(published),
        |story, (closed, reopened)| story.closed(closed, Some(reopened)),
    );
    let rules = [elapsed(Period::Months(1))];
    assert_eq!(story.stands(&rules, "2026-02-25").1, due(last));
}

/// Months have different lengths: an update after the closure must not be due before one that was
/// made earlier.
#[test]
fn a_later_update_is_not_due_earlier() {
    let rules = [elapsed(Period::Months(1))];
    let story = || Story::new().closed("2026-01-29", Some("2026-02-02"));
    let earlier = story().published("2026-01-28");
    let later = story().published("2026-02-01");
    assert_eq!(earlier.stands(&rules, "2026-02-02").1, due("2026-03-01"));
    assert_eq!(later.stands(&rules, "2026-02-02").1, due("2026-03-01"));
}

/// Closed on 120 days of 365: three a year become two.
#[test]
fn a_year_asks_for_its_open_part() {
    let story = Story::new()
        .closed("2026-01-01", Some("2026-05-01"))
        .published("2026-05-05");
    let rules = [count(3)];
    assert_eq!(
        story.stands(&rules, "2026-06-10"),
        (Status::Fresh, due("2026-12-31"))
    );
    let enough = story.published("2026-06-05");
    assert_eq!(
        enough.stands(&rules, "2026-06-10"),
        (Status::Fresh, due("2027-12-31"))
    );
}

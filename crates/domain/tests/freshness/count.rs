//! So many in a calendar year.

use lanmu_domain::freshness::Status;
use rstest::rstest;

use super::support::{Story, count, day, due};

/// Three a year, 2026, the year before complete.
fn year_before() -> Story {
    Story::new()
        .since("2025-01-01")
        .published("2025-02-01")
        .published("2025-06-01")
        .published("2025-12-31")
}

#[rstest]
#[case::nothing_asked_yet(&[], "2026-04-30", Status::Fresh)]
#[case::first_third_missed(&[], "2026-05-01", Status::DueSoon)]
#[case::first_third_kept(&["2026-04-30"], "2026-08-31", Status::Fresh)]
#[case::second_third_missed(&["2026-04-30"], "2026-09-01", Status::DueSoon)]
#[case::on_pace(&["2026-01-05", "2026-08-31"], "2026-11-30", Status::Fresh)]
#[case::the_end_is_near(&["2026-01-05", "2026-08-31"], "2026-12-01", Status::DueSoon)]
#[case::last_day(&["2026-01-05", "2026-08-31"], "2026-12-31", Status::DueToday)]
fn behind_the_pace_is_due_soon(#[case] on: &[&str], #[case] today: &str, #[case] status: Status) {
    let story = on
        .iter()
        .fold(year_before(), |story, on| story.published(on));
    assert_eq!(
        story.stands(&[count(3)], today),
        (status, due("2026-12-31"))
    );
}

#[test]
fn enough_is_fresh_until_the_next_year_ends() {
    let story = year_before()
        .published("2026-01-05")
        .published("2026-01-06")
        .published("2026-01-07");
    assert_eq!(
        story.stands(&[count(3)], "2026-12-31"),
        (Status::Fresh, due("2027-12-31"))
    );
}

#[test]
fn a_year_that_ended_short_is_overdue_until_the_first_publication() {
    let story = Story::new().since("2025-06-01").published("2025-07-01");
    let rules = [count(3)];
    assert_eq!(
        story.stands(&rules, "2025-12-31"),
        (Status::DueToday, due("2025-12-31"))
    );
    assert_eq!(
        story.stands(&rules, "2026-01-01"),
        (Status::Overdue, due("2025-12-31"))
    );
    let mended = story.published("2026-01-02");
    assert_eq!(
        mended.stands(&rules, "2026-01-02"),
        (Status::Fresh, due("2026-12-31"))
    );
}

#[test]
fn a_shortage_from_before_the_duty_is_nobodys() {
    let story = Story::new().since("2026-01-01").published("2025-07-01");
    assert_eq!(
        story.stands(&[count(3)], "2026-01-02"),
        (Status::Fresh, due("2026-12-31"))
    );
}

#[test]
fn the_year_turns_in_shanghai() {
    let story = year_before().published_at(1, "2025-12-31T16:00:00Z", &[]);
    let judged = story.judged(&[count(1)], "2026-01-01");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Fresh, due("2027-12-31"))
    );
    assert_eq!(judged.last_updated_on, Some(day("2026-01-01")));
}

#[test]
fn nothing_ever_published_is_blank() {
    let story = Story::new();
    assert_eq!(
        story.stands(&[count(3)], "2026-01-02"),
        (Status::Blank, due("2026-12-31"))
    );
}

#[rstest]
#[case::two(2, "2026-06-30", "2026-07-01")]
#[case::four(4, "2026-03-31", "2026-04-01")]
#[case::twelve(12, "2026-01-31", "2026-02-01")]
fn the_pace_divides_the_year(#[case] n: u16, #[case] last: &str, #[case] next: &str) {
    let mut story = Story::new().since("2025-01-01");
    for _ in 0..n {
        story = story.published("2025-05-05");
    }
    assert_eq!(story.stands(&[count(n)], last).0, Status::Fresh);
    assert_eq!(story.stands(&[count(n)], next).0, Status::DueSoon);
}

#[test]
fn the_sentence_counts() {
    let story = year_before().published("2026-01-05");
    assert_eq!(
        story.judged(&[count(3)], "2026-02-01").by_rule[0].arithmetic,
        "2026 年应发布不少于 3 次，已发布 1 次，还差 2 次，期限2026年12月31日（周四）。"
    );
    assert_eq!(
        story.judged(&[count(3)], "2026-09-01").by_rule[0].arithmetic,
        "2026 年应发布不少于 3 次，按进度应已发布 2 次，实际 1 次，期限2026年12月31日（周四）。"
    );
}

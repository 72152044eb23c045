//! Time since the last publication.

use lanmu_domain::freshness::Status;
use lanmu_domain::rule::Period;
use rstest::rstest;

use super::support::{Story, day, due, elapsed, yearly};

#[rstest]
#[case::fresh("2026-03-12", Status::Fresh)]
#[case::window_opens("2026-03-13", Status::DueSoon)]
#[case::the_day_before("2026-03-15", Status::DueSoon)]
#[case::due_today_is_not_overdue("2026-03-16", Status::DueToday)]
#[case::overdue_begins_the_next_day("2026-03-17", Status::Overdue)]
fn the_boundary_is_the_day(#[case] today: &str, #[case] status: Status) {
    let story = Story::new().published("2026-03-02");
    assert_eq!(
        story.stands(&[elapsed(Period::Days(14))], today),
        (status, due("2026-03-16"))
    );
}

#[rstest]
#[case::six_months_to_the_month_end("2025-08-31", 6, "2026-02-28")]
#[case::six_months_into_a_leap_february("2023-08-31", 6, "2024-02-29")]
#[case::a_year_from_a_leap_day("2024-02-29", 12, "2025-02-28")]
#[case::over_the_year_end("2025-12-31", 6, "2026-06-30")]
fn months_clamp_to_the_month_end(#[case] on: &str, #[case] months: u16, #[case] last: &str) {
    let story = Story::new().since("2020-01-01").published(on);
    let (_, end) = story.stands(&[elapsed(Period::Months(months))], "2026-01-01");
    assert_eq!(end, due(last));
}

#[test]
fn elapsed_time_does_not_roll_off_spring_festival() {
    let story = Story::new().published("2026-02-03");
    let rules = [elapsed(Period::Days(14))];
    assert_eq!(
        story.stands(&rules, "2026-02-18"),
        (Status::Overdue, due("2026-02-17"))
    );
}

#[test]
fn long_periods_have_the_long_window() {
    let story = Story::new().published("2026-01-15");
    let rules = [elapsed(Period::Months(6))];
    assert_eq!(
        story.stands(&rules, "2026-06-14"),
        (Status::Fresh, due("2026-07-15"))
    );
    assert_eq!(
        story.stands(&rules, "2026-06-15"),
        (Status::DueSoon, due("2026-07-15"))
    );
}

#[test]
fn nothing_ever_published_is_blank_and_shows_the_date_from_since() {
    let story = Story::new().since("2026-03-01");
    let judged = story.judged(&[elapsed(Period::Days(14))], "2026-03-02");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Blank, due("2026-03-15"))
    );
    assert_eq!(
        (judged.last_publication_id, judged.last_updated_on),
        (None, None)
    );
    assert_eq!(
        judged.by_rule[0].arithmetic,
        "尚无发布记录，自2026年3月1日（周日）起 14 天内应更新，期限2026年3月15日（周日）。"
    );
}

#[test]
fn publications_from_before_the_duty_count() {
    let story = Story::new().since("2026-03-01").published("2026-02-25");
    let judged = story.judged(&[elapsed(Period::Days(14))], "2026-03-02");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Fresh, due("2026-03-11"))
    );
}

#[test]
fn a_publication_of_tomorrow_does_not_count_today() {
    let story =
        Story::new()
            .published("2026-03-02")
            .published_at(1, "2026-03-04T00:00:00+08:00", &[]);
    let judged = story.judged(&[elapsed(Period::Days(14))], "2026-03-03");
    assert_eq!(
        (judged.due, judged.last_publication_id),
        (due("2026-03-16"), Some(101))
    );
    let judged = story.judged(&[elapsed(Period::Days(14))], "2026-03-04");
    assert_eq!(
        (judged.due, judged.last_publication_id),
        (due("2026-03-18"), Some(102))
    );
}

#[test]
fn the_day_of_a_publication_is_that_of_shanghai() {
    let story = Story::new().published_at(1, "2026-03-02T16:30:00Z", &[]);
    let judged = story.judged(&[elapsed(Period::Days(14))], "2026-03-03");
    assert_eq!(judged.last_updated_on, Some(day("2026-03-03")));
    let before = story.judged(&[elapsed(Period::Days(14))], "2026-03-02");
    assert_eq!(before.status, Status::Blank);
}

#[test]
fn an_attestation_is_no_update_where_an_update_is_asked_for() {
    let story = Story::new().published("2026-03-02").attested("2026-03-20");
    let rules = [elapsed(Period::Days(14))];
    assert_eq!(
        story.stands(&rules, "2026-03-21"),
        (Status::Overdue, due("2026-03-16"))
    );
    let never = Story::new().attested("2026-03-20");
    assert_eq!(never.stands(&rules, "2026-03-21").0, Status::Blank);
}

#[test]
fn an_attestation_renews_the_yearly_least() {
    let story = Story::new().published("2025-03-02").attested("2026-02-20");
    let judged = story.judged(&[yearly()], "2026-03-21");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Fresh, due("2027-02-20"))
    );
    assert_eq!(
        judged.by_rule[0].arithmetic,
        "上次核对无变化于2026年2月20日（周五），1 年内应再次更新或核对，期限2027年2月20日（周六）。"
    );
    // The attestation is not shown as an update.
    assert_eq!(judged.last_updated_on, Some(day("2025-03-02")));
}

#[test]
fn a_yearly_least_without_any_evidence_is_blank() {
    let story = Story::new();
    assert_eq!(
        story.stands(&[yearly()], "2026-03-21"),
        (Status::Blank, due("2027-01-01"))
    );
}

#[test]
fn evidence_from_before_the_duty_replaces_the_date_shown_for_a_blank_column() {
    let rules = [elapsed(Period::Days(14))];
    let blank = Story::new().since("2026-03-01");
    assert_eq!(
        blank.stands(&rules, "2026-03-02"),
        (Status::Blank, due("2026-03-15"))
    );
    let stale = blank.published("2025-06-01");
    assert_eq!(
        stale.stands(&rules, "2026-03-02"),
        (Status::Overdue, due("2025-06-15"))
    );
}

//! After an event.

use lanmu_domain::freshness::Status;
use lanmu_domain::rule::{Limit, Trigger};
use rstest::rstest;

use super::support::{Story, due, on_event};

const DOCUMENT: Trigger = Trigger::DocumentIssued;

#[rstest]
#[case::spring_festival_2026("2026-02-12", Limit::WorkingDays(3), "2026-02-24")]
#[case::spring_festival_2022("2022-01-28", Limit::WorkingDays(3), "2022-02-07")]
#[case::eve_of_2024_counts("2024-02-08", Limit::WorkingDays(3), "2024-02-19")]
#[case::national_day_2025("2025-09-30", Limit::WorkingDays(3), "2025-10-11")]
#[case::leap_day("2024-02-28", Limit::WorkingDays(1), "2024-02-29")]
#[case::activity_before_a_weekend("2026-03-13", Limit::CalendarDays(1), "2026-03-16")]
#[case::activity_before_a_make_up_day("2026-02-13", Limit::CalendarDays(1), "2026-02-14")]
fn the_deadline_is_counted_from_the_day_after(
    #[case] on: &str,
    #[case] limit: Limit,
    #[case] last: &str,
) {
    let story = Story::new().happened(DOCUMENT, on);
    let rules = [on_event(DOCUMENT, limit)];
    assert_eq!(story.stands(&rules, last), (Status::DueToday, due(last)));
}

#[test]
fn statuses_follow_the_day() {
    let story = Story::new().happened(DOCUMENT, "2026-03-09");
    let rules = [on_event(DOCUMENT, Limit::WorkingDays(5))];
    for (today, status) in [
        ("2026-03-12", Status::Fresh),
        ("2026-03-13", Status::DueSoon),
        ("2026-03-16", Status::DueToday),
        ("2026-03-17", Status::Overdue),
    ] {
        assert_eq!(
            story.stands(&rules, today),
            (status, due("2026-03-16")),
            "{today}"
        );
    }
}

#[test]
fn without_a_waiting_event_it_is_fresh_and_nothing_is_due() {
    let rules = [on_event(DOCUMENT, Limit::WorkingDays(3))];
    assert_eq!(
        Story::new().stands(&rules, "2026-03-10"),
        (Status::Fresh, None)
    );
    let other_kind = Story::new().happened(Trigger::Activity, "2026-03-09");
    assert_eq!(
        other_kind.stands(&rules, "2026-03-10"),
        (Status::Fresh, None)
    );
    let tomorrow = Story::new().happened(DOCUMENT, "2026-03-11");
    assert_eq!(tomorrow.stands(&rules, "2026-03-10"), (Status::Fresh, None));
}

#[test]
fn only_a_publication_that_names_the_event_discharges_it() {
    let rules = [on_event(DOCUMENT, Limit::WorkingDays(3))];
    let story = Story::new()
        .happened(DOCUMENT, "2026-03-09")
        .published("2026-03-10");
    assert_eq!(
        story.stands(&rules, "2026-03-13"),
        (Status::Overdue, due("2026-03-12"))
    );
    let attested = story.attested("2026-03-10");
    assert_eq!(attested.stands(&rules, "2026-03-13").0, Status::Overdue);
    let named = attested.published_for("2026-03-13", &[1]);
    assert_eq!(named.stands(&rules, "2026-03-13"), (Status::Fresh, None));
    assert_eq!(
        named.stands(&rules, "2026-03-12").0,
        Status::DueToday,
        "not yet published then"
    );
}

#[test]
fn the_earliest_waiting_event_decides() {
    let rules = [on_event(DOCUMENT, Limit::WorkingDays(3))];
    let story = Story::new()
        .happened(DOCUMENT, "2026-03-17")
        .happened(DOCUMENT, "2026-03-09")
        .happened(DOCUMENT, "2026-03-16");
    let judged = story.judged(&rules, "2026-03-18");
    assert_eq!(
        (judged.due, judged.by_rule[0].event_id),
        (due("2026-03-12"), Some(2))
    );
    assert!(
        judged.by_rule[0]
            .arithmetic
            .ends_with("，连同此件共 3 件待更新。")
    );
    let one_done = story
        .published_for("2026-03-18", &[2])
        .judged(&rules, "2026-03-18");
    assert_eq!(
        (one_done.due, one_done.by_rule[0].event_id),
        (due("2026-03-19"), Some(3))
    );
}

#[test]
fn the_sentence_names_the_event() {
    let mut story = Story::new().happened(DOCUMENT, "2026-02-13");
    story.events[0].title = "盐边府办发〔2026〕1号".to_owned();
    let judged = story.judged(&[on_event(DOCUMENT, Limit::WorkingDays(3))], "2026-02-13");
    assert_eq!(
        judged.by_rule[0].arithmetic,
        "2026年2月13日（周五）文件发布（盐边府办发〔2026〕1号），次日起第 3 个工作日为2026年2月25日（周三），\
         春节假期不计，2月14日补班计入。"
    );
}

#[test]
fn an_unannounced_year_is_marked() {
    let story = Story::new().happened(DOCUMENT, "2026-12-31");
    let judged = story.judged(&[on_event(DOCUMENT, Limit::WorkingDays(3))], "2027-01-01");
    assert_eq!(judged.due, due("2027-01-06"));
    assert!(judged.by_rule[0].unannounced);
    assert!(judged.by_rule[0].arithmetic.contains("节假日安排未公布"));
}

//! Who is judged by whose facts.

use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{Facts, Judgement, Status, judge, judge_each, parties};
use lanmu_domain::rule::{AppliedRule, DutyMode, Limit, Period, Trigger};

use super::support::{Story, day, due, elapsed, figures, on_event};

fn shared(story: &Story, rules: &[AppliedRule], owners: &[i64], today: &str) -> Judgement {
    judge(
        rules,
        owners,
        &story.facts(),
        &WorkCalendar::shipped(),
        &figures(),
        day(today),
    )
}

fn each(story: &Story, rules: &[AppliedRule], today: &str) -> Vec<(i64, Status)> {
    let calendar = WorkCalendar::shipped();
    judge_each(
        rules,
        &[1, 2, 3],
        &story.facts(),
        &calendar,
        &figures(),
        day(today),
    )
    .into_iter()
    .map(|(owner, judged)| (owner, judged.status))
    .collect()
}

#[test]
fn any_owner_keeps_a_shared_column_fresh() {
    let story = Story::new()
        .published_by(2, "2026-03-09", &[])
        .published_by(1, "2026-02-01", &[]);
    let judged = shared(&story, &[elapsed(Period::Days(14))], &[1, 2], "2026-03-10");
    assert_eq!(
        (judged.status, judged.last_publication_id),
        (Status::Fresh, Some(101))
    );
}

#[test]
fn every_owner_owes_its_own_where_each_does() {
    let story = Story::new()
        .published_by(1, "2026-03-09", &[])
        .published_by(2, "2026-02-01", &[]);
    assert_eq!(
        each(&story, &[elapsed(Period::Days(14))], "2026-03-10"),
        [(1, Status::Fresh), (2, Status::Overdue), (3, Status::Blank)]
    );
}

#[test]
fn others_do_not_count() {
    let story = Story::new()
        .published_by(9, "2026-03-09", &[])
        .attested_by(9, "2026-03-09", true);
    let rules = [elapsed(Period::Days(14)), super::support::yearly()];
    let judged = shared(&story, &rules, &[1, 2], "2026-03-10");
    assert!(
        judged
            .by_rule
            .iter()
            .all(|rule| rule.status == Status::Blank)
    );
    assert_eq!(judged.last_publication_id, None);
}

#[test]
fn a_column_without_an_owner_is_judged_by_everything_in_it() {
    let story = Story::new().published_by(9, "2026-03-09", &[]);
    let judged = shared(&story, &[elapsed(Period::Days(14))], &[], "2026-03-10");
    assert_eq!(
        (judged.status, judged.due),
        (Status::Fresh, due("2026-03-23"))
    );
}

#[test]
fn an_event_for_all_is_discharged_by_each_for_itself() {
    let rules = [on_event(Trigger::DocumentIssued, Limit::WorkingDays(3))];
    let story = Story::new()
        .happened(Trigger::DocumentIssued, "2026-03-09")
        .published_by(1, "2026-03-10", &[1]);
    assert_eq!(
        each(&story, &rules, "2026-03-13"),
        [
            (1, Status::Fresh),
            (2, Status::Overdue),
            (3, Status::Overdue)
        ]
    );
    let judged = shared(&story, &rules, &[1, 2, 3], "2026-03-13");
    assert_eq!((judged.status, judged.due), (Status::Fresh, None));
}

#[test]
fn an_event_for_one_obliges_nobody_else() {
    let rules = [on_event(Trigger::DocumentIssued, Limit::WorkingDays(3))];
    let story = Story::new().obliged(Some(2), Trigger::DocumentIssued, "2026-03-09");
    assert_eq!(
        each(&story, &rules, "2026-03-13"),
        [(1, Status::Fresh), (2, Status::Overdue), (3, Status::Fresh)]
    );
}

#[test]
fn parties_follow_the_mode() {
    assert_eq!(parties(DutyMode::Shared, &[1, 2]), [&[1_i64, 2][..]]);
    assert_eq!(parties(DutyMode::Each, &[1, 2]), [&[1_i64][..], &[2]]);
    assert_eq!(parties(DutyMode::Each, &[]), [&[] as &[i64]]);
}

#[test]
fn who_takes_over_what_each_owes_answers_from_the_take_over_on() {
    let before = Story::new().published_by(1, "2025-06-01", &[]);
    let after = Story::new().published_by(1, "2026-03-05", &[]);
    let stands = |story: &Story| {
        let facts = Facts {
            taken_over: Some(day("2026-03-01")),
            ..story.facts()
        };
        let rules = [elapsed(Period::Days(14))];
        let calendar = WorkCalendar::shipped();
        let judged = judge(
            &rules,
            &[1],
            &facts,
            &calendar,
            &figures(),
            day("2026-03-10"),
        );
        let arithmetic = judged.by_rule[0].arithmetic.clone();
        (judged.status, judged.due, arithmetic)
    };
    // What it published there long before, say as an owner of earlier years, makes nothing late.
    assert_eq!(
        stands(&before),
        (
            Status::Fresh,
            due("2026-03-15"),
            "上次发布于2025年6月1日（周日），14 天内应再次更新，自接手之日2026年3月1日（周日）起计算，期限2026年3月15日（周日）。"
                .to_owned()
        )
    );
    assert_eq!(stands(&after).1, due("2026-03-19"));
}

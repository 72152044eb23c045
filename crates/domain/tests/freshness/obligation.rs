//! One event, one party.

use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Closure, EventStanding, EventState, EventStatus, Facts, Past, RuleHistory, event_standing,
    late_registration,
};
use lanmu_domain::rule::{AppliedRule, Limit, Trigger};
use rstest::rstest;

use super::support::{Story, day, due, figures, on_event};

const DOCUMENT: Trigger = Trigger::DocumentIssued;

fn rules() -> Vec<AppliedRule> {
    vec![on_event(DOCUMENT, Limit::WorkingDays(3))]
}

/// How department 1 stands with the first event.
fn stands(facts: Facts<'_>, today: &str) -> Option<EventStanding> {
    let steps = [(day("2026-01-01"), rules())];
    let calendar = WorkCalendar::shipped();
    let past = Past {
        rules: RuleHistory(&steps),
        party: &[1],
        facts,
        calendar: &calendar,
        timeline: &figures(),
    };
    event_standing(&past, &facts.events[0], day(today))
}

#[rstest]
#[case::waiting("2026-03-11", EventStatus::Waiting, 0)]
#[case::last_day("2026-03-12", EventStatus::DueToday, 0)]
#[case::late("2026-03-14", EventStatus::Overdue, 2)]
fn an_event_waits(#[case] today: &str, #[case] status: EventStatus, #[case] days_late: u32) {
    let story = Story::new().happened(DOCUMENT, "2026-03-09");
    let stands = stands(story.facts(), today).unwrap();
    assert_eq!(
        (stands.status, stands.due, stands.days_late),
        (status, due("2026-03-12"), days_late)
    );
    assert_eq!(stands.answer, None);
}

#[rstest]
#[case::in_time("2026-03-12", EventStatus::AnsweredOnTime, 0)]
#[case::late("2026-03-16", EventStatus::AnsweredLate, 4)]
fn the_first_publication_that_names_it_answers(
    #[case] on: &str,
    #[case] status: EventStatus,
    #[case] days_late: u32,
) {
    let story = Story::new()
        .happened(DOCUMENT, "2026-03-09")
        .published("2026-03-10")
        .published_by(2, "2026-03-10", &[1])
        .published_for("2026-03-20", &[1])
        .published_for(on, &[1]);
    let stands = stands(story.facts(), "2026-03-31").unwrap();
    assert_eq!(
        (stands.status, stands.days_late, stands.answer),
        (status, days_late, Some((104, day(on))))
    );
    assert_eq!(stands.due, due("2026-03-12"));
}

#[test]
fn what_obliges_others_or_nobody_is_no_standing() {
    let others = Story::new().obliged(Some(2), DOCUMENT, "2026-03-09");
    assert_eq!(stands(others.facts(), "2026-03-10"), None);
    let other_kind = Story::new().happened(Trigger::Activity, "2026-03-09");
    assert_eq!(stands(other_kind.facts(), "2026-03-10"), None);
    let tomorrow = Story::new().happened(DOCUMENT, "2026-03-11");
    assert_eq!(stands(tomorrow.facts(), "2026-03-10"), None);
}

#[test]
fn a_closed_column_is_asked_for_nothing() {
    let story = Story::new().happened(DOCUMENT, "2026-03-09");
    let closures = [Closure {
        closed_on: day("2026-03-10"),
        reopened_on: None,
    }];
    let facts = Facts {
        closures: &closures,
        ..story.facts()
    };
    let stands = stands(facts, "2026-03-20").unwrap();
    assert_eq!((stands.status, stands.due), (EventStatus::NotAsked, None));
    assert!(stands.arithmetic.contains("关闭"));
}

#[test]
fn registered_late_it_says_so_and_counts_from_the_event() {
    let mut story = Story::new().happened(DOCUMENT, "2026-03-09");
    story.events[0].registered_on = day("2026-03-16");
    let stands = stands(story.facts(), "2026-03-16").unwrap();
    assert_eq!(
        (stands.status, stands.due, stands.days_late),
        (EventStatus::Overdue, due("2026-03-12"), 4)
    );
    assert!(stands.arithmetic.contains("文件发布（补登，晚 7 天）"));
    assert_eq!(
        late_registration(day("2026-03-09"), day("2026-03-09")),
        None
    );
}

#[test]
fn the_most_urgent_obligation_is_the_state_of_the_event() {
    use EventStatus as S;
    for (statuses, state) in [
        (
            vec![S::AnsweredOnTime, S::Overdue, S::Waiting],
            EventState::Overdue,
        ),
        (vec![S::AnsweredLate, S::DueToday], EventState::Open),
        (vec![S::NotAsked, S::AnsweredLate], EventState::Answered),
        (vec![S::NotAsked], EventState::Lapsed),
        (vec![], EventState::Lapsed),
    ] {
        assert_eq!(EventState::of(statuses), state);
    }
}

//! Owners, and owners who changed.

use chrono::NaiveDate;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::{
    Account, Past, RuleHistory, Status, Tenure, TriggerEvent, account, judge,
};
use lanmu_domain::rule::{AppliedRule, Limit, Period, Trigger};
use rstest::rstest;

use super::support::{Story, day, due, elapsed, figures, on_event};

fn fortnight() -> [AppliedRule; 1] {
    [elapsed(Period::Days(14))]
}

fn documents() -> [AppliedRule; 1] {
    [on_event(Trigger::DocumentIssued, Limit::WorkingDays(3))]
}

/// Departments 1 and 2 own the column; 9 is a stranger.
#[rstest]
#[case::shared(&[1, 2], Status::Fresh, due("2026-03-23"))]
#[case::each_the_first(&[1], Status::Overdue, due("2026-03-09"))]
#[case::each_the_second(&[2], Status::Fresh, due("2026-03-23"))]
#[case::each_the_idle(&[3], Status::Blank, due("2026-01-15"))]
#[case::nobody_so_everybody(&[], Status::Fresh, due("2026-03-26"))]
fn who_is_judged_by_what(
    #[case] party: &[i64],
    #[case] status: Status,
    #[case] end: Option<NaiveDate>,
) {
    let story = Story::new()
        .published_by(1, "2026-02-23", &[])
        .published_by(2, "2026-03-09", &[])
        .published_by(9, "2026-03-12", &[]);
    let stands = story.stands_for(party, &fortnight(), "2026-03-16");
    assert_eq!(stands, (status, end));
}

#[rstest]
#[case::owned(&[1])]
#[case::owned_by_nobody(&[])]
fn without_a_rule_there_is_no_clock(#[case] party: &[i64]) {
    let story = Story::new()
        .published("2026-03-09")
        .happened(Trigger::Change, "2026-03-09");
    let stands = story.stands_for(party, &[], "2027-03-16");
    assert_eq!(stands, (Status::NoClock, None));
}

/// Department 1 hands a shared column over to 2 on 10 March.
#[rstest]
#[case::fresh_at_the_hand_over("2026-03-02", "2026-03-10", Status::Fresh, "2026-03-16")]
#[case::due_after_it("2026-03-02", "2026-03-16", Status::DueToday, "2026-03-16")]
#[case::overdue_after_it("2026-03-02", "2026-03-17", Status::Overdue, "2026-03-16")]
#[case::overdue_at_the_hand_over("2026-02-20", "2026-03-10", Status::Overdue, "2026-03-06")]
#[case::published_on_the_last_day("2026-03-09", "2026-03-10", Status::Fresh, "2026-03-23")]
fn a_shared_column_goes_over_as_it_is(
    #[case] published: &str,
    #[case] today: &str,
    #[case] status: Status,
    #[case] last: &str,
) {
    let story = Story::new()
        .owned_before_by(1, "2026-03-10")
        .published(published)
        // No longer the owner.
        .published("2026-03-10");
    let stands = story.stands_for(&[2], &fortnight(), today);
    assert_eq!(stands, (status, due(last)));
}

/// Where each owes its own, the new owner starts on the day of the take-over: what the one before
/// published or left undone is somebody else's.
#[rstest]
#[case::on_the_day("2026-03-10", Status::Blank, "2026-03-24")]
#[case::two_weeks_later("2026-03-25", Status::Blank, "2026-03-24")]
fn own_parts_are_not_inherited(#[case] today: &str, #[case] status: Status, #[case] last: &str) {
    let story = Story::new()
        .taken_over("2026-03-10")
        .published("2026-03-09");
    let stands = story.stands_for(&[2], &fortnight(), today);
    assert_eq!(stands, (status, due(last)));
}

/// 10 March 2026 is a Tuesday.
#[rstest]
#[case::for_all_from_before("2026-03-02", None, due("2026-03-13"))]
#[case::for_all_since("2026-03-11", None, due("2026-03-16"))]
#[case::for_the_one_before("2026-03-02", Some(1), None)]
fn events_count_from_the_take_over(
    #[case] happened: &str,
    #[case] obliges: Option<i64>,
    #[case] end: Option<NaiveDate>,
) {
    let story =
        Story::new()
            .taken_over("2026-03-10")
            .obliged(obliges, Trigger::DocumentIssued, happened);
    assert_eq!(
        story.stands_for(&[2], &documents(), "2026-03-12").1,
        end,
        "counted from the take-over"
    );
}

#[rstest]
#[case::while_it_owned("2026-03-02", due("2026-03-05"))]
#[case::afterwards("2026-03-10", None)]
fn a_shared_duty_keeps_what_the_former_owner_was_obliged_to(
    #[case] happened: &str,
    #[case] end: Option<NaiveDate>,
) {
    let story = Story::new().owned_before_by(1, "2026-03-10").obliged(
        Some(1),
        Trigger::DocumentIssued,
        happened,
    );
    assert_eq!(
        story.stands_for(&[2], &documents(), "2026-03-16").1,
        end,
        "as the owner of that day"
    );
}

#[rstest]
#[case::in_order(&[0, 1])]
#[case::reversed(&[1, 0])]
fn of_events_taken_over_the_older_one_is_named(#[case] order: &[usize]) {
    let event = |id, on| TriggerEvent {
        id,
        trigger: Trigger::DocumentIssued,
        department_ids: Vec::new(),
        occurred_on: day(on),
        registered_on: day(on),
        title: String::new(),
    };
    // Recorded late: the older one has the greater id.
    let events = [event(5, "2026-03-02"), event(3, "2026-03-03")];
    let mut story = Story::new().taken_over("2026-03-10");
    story.events = order.iter().map(|index| events[*index].clone()).collect();
    let judged = judge(
        &documents(),
        &[1],
        &story.facts(),
        &WorkCalendar::shipped(),
        &figures(),
        day("2026-03-12"),
    );
    assert_eq!(judged.by_rule[0].event_id, Some(5));
}

/// The account of one owner of the days from 1 to 31 March.
fn march(story: &Story, rules: &[AppliedRule], since: &str, until: Option<&str>) -> Account {
    let rules = [(NaiveDate::MIN, rules.to_vec())];
    let (calendar, timeline) = (WorkCalendar::shipped(), figures());
    let past = Past {
        rules: RuleHistory(&rules),
        party: &[1, 2],
        facts: story.facts(),
        calendar: &calendar,
        timeline: &timeline,
    };
    let tenure = Tenure {
        department_id: 1,
        since: day(since),
        until: until.map(day),
    };
    account(&past, tenure, day("2026-03-01"), day("2026-03-31"))
}

/// Due on 6 March, published on the 12th: late from the 7th to the 12th.
#[rstest]
#[case::one_owner("2026-01-01", None, 6)]
#[case::until_the_hand_over("2026-01-01", Some("2026-03-10"), 3)]
#[case::from_the_hand_over("2026-03-10", None, 3)]
#[case::from_the_day_it_was_mended("2026-03-12", None, 1)]
#[case::from_the_day_after("2026-03-13", None, 0)]
fn each_answers_for_its_own_days(
    #[case] since: &str,
    #[case] until: Option<&str>,
    #[case] days: u32,
) {
    let column = Story::new()
        .published("2026-02-20")
        .published_by(2, "2026-03-12", &[])
        .published("2026-03-20");
    let found = march(&column, &fortnight(), since, until);
    assert_eq!((found.obligations, found.late_days), (1, days));
    assert_eq!(found.on_time, u32::from(days == 0));

    // Tuesday, 3 March: three working days end on the 6th.
    let event = Story::new()
        .happened(Trigger::DocumentIssued, "2026-03-03")
        .published_by(2, "2026-03-12", &[1]);
    let found = march(&event, &documents(), since, until);
    assert_eq!(found.late_days, days);
}

/// Due on 6 March; closed from the 10th to the 14th. Late are the 7th to the 9th, and the 16th to
/// the 18th; on the 15th it was opened again.
#[rstest]
#[case::reopened(Some("2026-03-15"), 6)]
#[case::closed_for_good(None, 3)]
fn closed_days_are_not_late(#[case] reopened: Option<&str>, #[case] days: u32) {
    let column = Story::new()
        .published("2026-02-20")
        .published("2026-03-18")
        .closed("2026-03-10", reopened);
    let found = march(&column, &fortnight(), "2026-01-01", None);
    assert_eq!((found.obligations, found.late_days), (1, days));

    let event = Story::new()
        .happened(Trigger::DocumentIssued, "2026-03-03")
        .published_for("2026-03-18", &[1])
        .closed("2026-03-10", reopened);
    let found = march(&event, &documents(), "2026-01-01", None);
    assert_eq!((found.obligations, found.late_days), (1, days));
}

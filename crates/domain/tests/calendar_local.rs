//! Local days off, and years that are announced and taken back.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_domain::calendar::{DayKind, Mark, WorkCalendar, YearArrangement};
use lanmu_domain::rule::Limit;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn local(year: i32, days: &[(&str, &str)]) -> YearArrangement {
    let shipped = WorkCalendar::shipped();
    let mut arrangement = shipped.arrangement(year).unwrap().clone();
    for (text, name) in days {
        arrangement.set_mark(day(text), Mark::Local((*name).to_owned()));
    }
    arrangement
}

/// The Yi New Year of 2026, three days of the week of 16 November.
fn yi_new_year() -> WorkCalendar {
    let mut calendar = WorkCalendar::shipped();
    let days = ["2026-11-18", "2026-11-19", "2026-11-20"].map(|day| (day, "彝族年"));
    calendar.set_year(2026, true, local(2026, &days));
    calendar
}

#[test]
fn a_local_day_off_is_no_working_day_and_has_its_own_name() {
    let calendar = yi_new_year();
    assert_eq!(calendar.day_kind(day("2026-11-18")), DayKind::Holiday);
    assert_eq!(calendar.local_name(day("2026-11-18")), Some("彝族年"));
    assert_eq!(calendar.local_name(day("2026-11-17")), None);
    let deadline = calendar.deadline_after(day("2026-11-16"), "发文", Limit::WorkingDays(3));
    assert_eq!(
        deadline.arithmetic,
        "2026年11月16日（周一）发文，次日起第 3 个工作日为2026年11月24日（周二），彝族年假期不计。"
    );
    let moved = calendar.deadline(day("2026-11-17"), Limit::CalendarDays(2));
    assert_eq!(
        moved.arithmetic,
        "2026年11月17日（周二）次日起第 2 日为2026年11月19日（周四），逢彝族年假期顺延至2026年11月23日（周一）。"
    );
}

#[test]
fn a_name_with_the_word_is_not_said_twice_and_never_a_festivals() {
    let mut calendar = WorkCalendar::shipped();
    calendar.set_year(2026, true, local(2026, &[("2026-10-09", "建县日假期")]));
    let text = calendar
        .deadline(day("2026-10-08"), Limit::CalendarDays(1))
        .arithmetic;
    assert!(
        text.contains("逢建县日假期顺延至2026年10月10日（周六）"),
        "{text}"
    );
}

#[test]
fn a_year_that_is_not_announced_can_have_local_days_off() {
    let mut calendar = WorkCalendar::shipped();
    calendar.set_year(2027, false, local(2027, &[("2027-11-19", "彝族年")]));
    assert_eq!(calendar.day_kind(day("2027-11-19")), DayKind::Holiday);
    assert_eq!(calendar.day_kind(day("2027-02-05")), DayKind::Holiday);
    assert!(!calendar.is_announced(2027));
    let deadline = calendar.deadline(day("2027-11-18"), Limit::WorkingDays(1));
    assert_eq!(deadline.day, day("2027-11-22"));
    assert!(
        deadline.arithmetic.contains("彝族年假期不计"),
        "{deadline:?}"
    );
    assert!(deadline.unannounced);
}

#[test]
fn local_days_off_survive_an_import_and_lie_under_a_holiday() {
    let before = local(2027, &[("2027-02-09", "火把节"), ("2027-11-19", "彝族年")]);
    let imported = YearArrangement {
        off: [day("2027-02-08"), day("2027-02-09")].into(),
        ..YearArrangement::default()
    };
    let after = before.replaced_by(imported.clone());
    assert_eq!(after.local, before.local);
    assert_eq!(after.off, imported.off);
    assert_eq!(after.problems(2027, true), Vec::new());
    assert_eq!(after.mark(day("2027-02-09")), Mark::Off);
    let mut calendar = WorkCalendar::shipped();
    calendar.set_year(2027, true, after);
    assert_eq!(calendar.local_name(day("2027-02-09")), None);
}

#[test]
fn a_local_day_off_on_a_make_up_day_or_a_weekend_is_a_fault() {
    let mut arrangement = local(2026, &[("2026-11-21", "彝族年"), ("2026-11-20", " ")]);
    arrangement
        .local
        .insert(day("2026-02-14"), "情人节".to_owned());
    arrangement
        .local
        .insert(day("2025-02-14"), "彝族年".to_owned());
    let problems: Vec<_> = arrangement.problems(2026, true);
    let words: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [
            "2025年2月14日（周五）不在 2026 年内",
            "2026年2月14日（周六）是补班日，不能列为本地放假",
            "2026年11月20日（周五）的本地放假没有名称",
            "2026年11月21日（周六）是周六或周日，不必列为本地放假",
        ]
    );
}

#[test]
fn make_up_days_need_an_announced_arrangement() {
    let arrangement = WorkCalendar::shipped().years[&2026].clone();
    assert_eq!(arrangement.problems(2026, true), Vec::new());
    assert_eq!(arrangement.problems(2026, false).len(), 6);
}

#[test]
fn announcing_and_taking_back_change_what_is_marked() {
    let mut calendar = WorkCalendar::shipped();
    let announced = calendar.years[&2026].clone();
    calendar.set_year(2026, false, WorkCalendar::guess(2026));
    assert!(!calendar.is_announced(2026));
    assert_eq!(calendar.day_kind(day("2026-10-01")), DayKind::Holiday);
    assert_eq!(calendar.day_kind(day("2026-10-05")), DayKind::Work);
    calendar.set_year(2026, true, announced);
    assert_eq!(calendar, WorkCalendar::shipped());
    assert_eq!(WorkCalendar::guess(2027).off.len(), 13);
}

#[test]
fn marks_are_set_and_counted() {
    let before = WorkCalendar::shipped().years[&2026].clone();
    let mut after = before.clone();
    after.set_mark(day("2026-10-08"), Mark::Off);
    after.set_mark(day("2026-10-10"), Mark::Plain);
    assert_eq!(
        after.differing_days(&before),
        [day("2026-10-08"), day("2026-10-10")].into()
    );
    after.set_mark(day("2026-10-08"), Mark::Plain);
    after.set_mark(day("2026-10-10"), Mark::MakeUp);
    assert_eq!(after, before);
}

#[test]
fn a_part_of_a_year_completes_it() {
    let whole = WorkCalendar::shipped().years[&2026].clone();
    let part = YearArrangement {
        off: [day("2026-12-31")].into(),
        work: [day("2026-12-27")].into(),
        ..YearArrangement::default()
    };
    let completed = whole.completed_by(&part);
    assert_eq!(completed.off.len(), whole.off.len() + 1);
    assert_eq!(completed.differing_days(&whole).len(), 2);
}

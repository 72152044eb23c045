//! The red lines at their bounds.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::freshness::Status;
use lanmu_domain::parameters::Parameters;
use lanmu_domain::red_line::{
    ColumnState, DoubtfulDate, Indicator, Level, NEVER, RedLine, red_lines,
};
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const TODAY: &str = "2026-11-23";

fn column(id: i64, kind: ColumnKind, status: Status, last: Option<&str>) -> ColumnState {
    ColumnState {
        column_id: id,
        duty_id: id,
        path: vec!["政务公开".to_owned(), format!("栏目{id}")],
        kind,
        department_ids: vec![1],
        status,
        due: Some(day("2026-11-20")),
        last_updated_on: last.map(day),
    }
}

fn fresh(id: i64) -> ColumnState {
    column(id, ColumnKind::Other, Status::Fresh, Some(TODAY))
}

fn measured(indicator: Indicator, columns: &[ColumnState]) -> RedLine {
    red_lines(columns, &[], &Parameters::default(), day(TODAY))
        .into_iter()
        .find(|line| line.indicator == indicator)
        .unwrap()
}

fn many(number: i64, of: impl Fn(i64) -> ColumnState) -> Vec<ColumnState> {
    (1..=number).map(of).chain((100..120).map(fresh)).collect()
}

#[rstest]
#[case::two_are_clear(2, Level::Clear)]
#[case::three_are_warned_of(3, Level::Warned)]
#[case::four_too(4, Level::Warned)]
#[case::five_fail(5, Level::Crossed)]
fn blank_columns(#[case] number: i64, #[case] level: Level) {
    let columns = many(number, |id| {
        column(id, ColumnKind::Other, Status::Blank, None)
    });
    let line = measured(Indicator::Blank, &columns);
    assert_eq!((i64::from(line.value), line.level), (number, level));
    assert_eq!(line.entries.len() as i64, number);
}

#[rstest]
#[case(6, Level::Clear)]
#[case(7, Level::Warned)]
#[case(9, Level::Warned)]
#[case(10, Level::Crossed)]
fn overdue_columns(#[case] number: i64, #[case] level: Level) {
    let last = Some("2026-10-20");
    let columns = many(number, |id| {
        column(id, ColumnKind::Other, Status::Overdue, last)
    });
    let line = measured(Indicator::Overdue, &columns);
    assert_eq!((i64::from(line.value), line.level), (number, level));
    assert_eq!(
        line.entries[0].what,
        "期限2026年11月20日（周五），已超 3 天"
    );
}

#[test]
fn due_today_is_not_overdue_and_blank_is_once_its_date_has_passed() {
    let mut today = column(1, ColumnKind::Other, Status::DueToday, Some("2026-11-09"));
    today.due = Some(day(TODAY));
    let mut young = column(2, ColumnKind::Other, Status::Blank, None);
    young.due = Some(day(TODAY));
    let old = column(3, ColumnKind::Other, Status::Blank, None);
    let line = measured(Indicator::Overdue, &[today, young, old]);
    let ids: Vec<i64> = line.entries.iter().map(|entry| entry.column_id).collect();
    assert_eq!(ids, [3]);
}

#[rstest]
#[case::news_on_the_day(ColumnKind::News, Some("2026-11-09"), false)]
#[case::news_a_day_later(ColumnKind::News, Some("2026-11-08"), true)]
#[case::news_without_any(ColumnKind::News, None, true)]
#[case::notice_on_the_day(ColumnKind::Notice, Some("2026-05-23"), false)]
#[case::notice_a_day_later(ColumnKind::Notice, Some("2026-05-22"), true)]
#[case::policy(ColumnKind::Policy, Some("2026-05-22"), true)]
#[case::personnel_does_not_count(ColumnKind::Personnel, None, false)]
fn columns_not_updated(#[case] kind: ColumnKind, #[case] last: Option<&str>, #[case] counts: bool) {
    let line = measured(
        Indicator::NotUpdated,
        &[column(1, kind, Status::Fresh, last)],
    );
    assert_eq!(line.value == 1, counts);
}

#[rstest]
#[case(2, Level::Clear)]
#[case(3, Level::Warned)]
#[case(5, Level::Crossed)]
fn both_kinds_are_counted_together(#[case] number: i64, #[case] level: Level) {
    let columns = many(number, |id| {
        let kind = if id % 2 == 0 {
            ColumnKind::News
        } else {
            ColumnKind::Policy
        };
        column(id, kind, Status::Overdue, Some("2026-01-01"))
    });
    assert_eq!(measured(Indicator::NotUpdated, &columns).level, level);
}

#[rstest]
#[case("2026-11-23", 0, Level::Clear)]
#[case("2026-11-14", 9, Level::Clear)]
#[case("2026-11-13", 10, Level::Warned)]
#[case("2026-11-10", 13, Level::Warned)]
#[case("2026-11-09", 14, Level::Crossed)]
fn the_home_page(#[case] last: &str, #[case] days: u32, #[case] level: Level) {
    let columns = [
        column(1, ColumnKind::News, Status::Fresh, Some(last)),
        column(2, ColumnKind::News, Status::Overdue, Some("2026-01-01")),
        column(3, ColumnKind::News, Status::Blank, None),
    ];
    let line = measured(Indicator::HomePage, &columns);
    assert_eq!((line.value, line.level), (days, level));
    assert_eq!(line.entries[0].column_id, 1, "the newest first");
}

#[test]
fn a_site_without_any_publication_was_never_updated_and_one_without_columns_shows_nothing() {
    let columns = [column(1, ColumnKind::News, Status::Blank, None)];
    let line = measured(Indicator::HomePage, &columns);
    assert_eq!((line.value, line.level), (NEVER, Level::Crossed));
    for line in red_lines(&[], &[], &Parameters::default(), day(TODAY)) {
        assert_eq!(
            (line.value, line.level),
            (0, Level::Clear),
            "{:?}",
            line.indicator
        );
    }
}

#[test]
fn one_false_date_fails_and_one_unverified_warns() {
    let doubtful = |is_false| DoubtfulDate {
        column_id: 1,
        duty_id: 1,
        path: vec!["政务公开".to_owned()],
        department_id: 1,
        title: "关于印发通知".to_owned(),
        is_false,
    };
    let of = |doubtful: &[DoubtfulDate]| {
        let lines = red_lines(&[], doubtful, &Parameters::default(), day(TODAY));
        let line = lines.into_iter().last().unwrap();
        (line.indicator, line.value, line.level, line.entries.len())
    };
    assert_eq!(of(&[]), (Indicator::FalseDates, 0, Level::Clear, 0));
    assert_eq!(
        of(&[doubtful(false)]),
        (Indicator::FalseDates, 0, Level::Warned, 1)
    );
    assert_eq!(
        of(&[doubtful(false), doubtful(true)]),
        (Indicator::FalseDates, 1, Level::Crossed, 2)
    );
}

#[test]
fn thresholds_are_data() {
    let columns = many(3, |id| column(id, ColumnKind::Other, Status::Blank, None));
    let stricter = Parameters {
        red_blank: 3,
        ..Parameters::default()
    };
    let line = red_lines(&columns, &[], &stricter, day(TODAY)).remove(3);
    assert_eq!((line.limit, line.level), (3, Level::Crossed));
}

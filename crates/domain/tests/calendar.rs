//! The working-day calendar against the State Council's arrangements, counted by hand.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use lanmu_domain::calendar::{DayKind, WorkCalendar, add_period};
use lanmu_domain::rule::{Limit, Period};
use proptest::prelude::*;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[rstest]
#[case::make_up_saturday("2026-02-14", DayKind::MakeUp)]
#[case::make_up_sunday("2026-01-04", DayKind::MakeUp)]
#[case::monday_inside_spring_festival("2026-02-16", DayKind::Holiday)]
#[case::sunday_inside_spring_festival("2026-02-22", DayKind::Holiday)]
#[case::eve_of_2024_was_worked("2024-02-09", DayKind::Work)]
#[case::leap_day("2024-02-29", DayKind::Work)]
#[case::ordinary_saturday("2026-03-14", DayKind::Weekend)]
#[case::statutory_friday_of_an_unannounced_year("2027-02-05", DayKind::Holiday)]
#[case::statutory_saturday_of_an_unannounced_year("2027-05-01", DayKind::Holiday)]
#[case::nothing_known("2031-10-01", DayKind::Work)]
fn a_day_is_what_the_arrangement_says(#[case] date: &str, #[case] kind: DayKind) {
    let calendar = WorkCalendar::shipped();
    assert_eq!(calendar.day_kind(day(date)), kind);
    assert_eq!(
        calendar.is_working_day(day(date)),
        matches!(kind, DayKind::Work | DayKind::MakeUp)
    );
}

#[test]
fn exactly_2022_to_2026_are_announced() {
    let calendar = WorkCalendar::shipped();
    let announced: Vec<i32> = (2015..2040)
        .filter(|year| calendar.is_announced(*year))
        .collect();
    assert_eq!(announced, [2022, 2023, 2024, 2025, 2026]);
}

#[rstest]
// An ordinary week, from every weekday; arrival on a day off counts from the next working day.
#[case("2026-03-09", 3, "2026-03-12")]
#[case("2026-03-10", 3, "2026-03-13")]
#[case("2026-03-11", 3, "2026-03-16")]
#[case("2026-03-12", 3, "2026-03-17")]
#[case("2026-03-13", 3, "2026-03-18")]
#[case("2026-03-14", 3, "2026-03-18")]
#[case("2026-03-15", 3, "2026-03-18")]
// Spring Festival.
#[case("2022-01-28", 3, "2022-02-07")]
#[case("2023-01-20", 3, "2023-01-30")]
#[case("2024-02-08", 3, "2024-02-19")]
#[case("2025-01-25", 3, "2025-02-05")]
#[case("2026-02-12", 3, "2026-02-24")]
#[case("2026-02-13", 3, "2026-02-25")]
#[case::inside("2026-02-16", 1, "2026-02-24")]
// National Day.
#[case("2022-09-30", 3, "2022-10-10")]
#[case("2023-09-28", 3, "2023-10-09")]
#[case("2024-09-30", 3, "2024-10-10")]
#[case("2024-10-10", 3, "2024-10-14")]
#[case("2025-09-30", 3, "2025-10-11")]
#[case("2026-09-30", 3, "2026-10-10")]
#[case::inside("2026-10-03", 1, "2026-10-08")]
// Leap day, year ends.
#[case("2024-02-28", 1, "2024-02-29")]
#[case("2024-02-29", 1, "2024-03-01")]
#[case("2024-12-31", 3, "2025-01-06")]
#[case("2025-12-31", 3, "2026-01-06")]
#[case::nothing_to_count_on_a_day_off("2026-02-16", 0, "2026-02-24")]
fn working_days_end_on(#[case] start: &str, #[case] n: u16, #[case] last: &str) {
    let deadline = WorkCalendar::shipped().deadline(day(start), Limit::WorkingDays(n));
    assert_eq!(deadline.day, day(last));
    assert!(!deadline.unannounced);
}

#[rstest]
#[case::plain("2026-03-10", 2, "2026-03-12")]
#[case::saturday("2026-03-13", 1, "2026-03-16")]
#[case::make_up_saturday_is_a_working_day("2026-02-13", 1, "2026-02-14")]
#[case::make_up_after_national_day("2022-10-06", 2, "2022-10-08")]
#[case::labour_day("2026-04-30", 2, "2026-05-06")]
#[case::spring_festival("2026-02-14", 1, "2026-02-24")]
fn calendar_days_end_on(#[case] start: &str, #[case] n: u16, #[case] last: &str) {
    let deadline = WorkCalendar::shipped().deadline(day(start), Limit::CalendarDays(n));
    assert_eq!(deadline.day, day(last));
    assert!(!deadline.unannounced);
}

#[rstest]
#[case("2026-12-31", Limit::WorkingDays(3), "2027-01-06", true)]
#[case("2026-12-31", Limit::CalendarDays(1), "2027-01-04", true)]
#[case("2027-02-04", Limit::WorkingDays(3), "2027-02-11", true)]
#[case("2026-12-28", Limit::WorkingDays(3), "2026-12-31", false)]
fn a_year_not_announced_is_marked(
    #[case] start: &str,
    #[case] limit: Limit,
    #[case] last: &str,
    #[case] unannounced: bool,
) {
    let calendar = WorkCalendar::shipped();
    let deadline = calendar.deadline(day(start), limit);
    assert_eq!(
        (deadline.day, deadline.unannounced),
        (day(last), unannounced)
    );
    assert_eq!(
        deadline.arithmetic.contains("节假日安排未公布"),
        unannounced
    );
    assert_eq!(
        calendar.deadline_day(day(start), limit),
        (day(last), unannounced)
    );
}

#[rstest]
#[case("2026-01-31", Period::Months(1), "2026-02-28")]
#[case("2024-01-31", Period::Months(1), "2024-02-29")]
#[case("2024-02-29", Period::Months(12), "2025-02-28")]
#[case("2023-08-31", Period::Months(6), "2024-02-29")]
#[case("2025-12-31", Period::Months(6), "2026-06-30")]
#[case::no_rolling_off_a_holiday("2026-02-07", Period::Days(14), "2026-02-21")]
fn a_period_ends_on(#[case] start: &str, #[case] period: Period, #[case] last: &str) {
    assert_eq!(add_period(day(start), period), day(last));
}

#[test]
fn the_arithmetic_is_one_plain_sentence() {
    let calendar = WorkCalendar::shipped();
    assert_eq!(
        calendar
            .deadline_after(day("2026-02-13"), "发文", Limit::WorkingDays(3))
            .arithmetic,
        "2026年2月13日（周五）发文，次日起第 3 个工作日为2026年2月25日（周三），春节假期不计，2月14日补班计入。"
    );
    assert_eq!(
        calendar
            .deadline(day("2026-04-30"), Limit::CalendarDays(2))
            .arithmetic,
        "2026年4月30日（周四）次日起第 2 日为2026年5月2日（周六），逢劳动节假期顺延至2026年5月6日（周三）。"
    );
    assert_eq!(
        calendar
            .deadline(day("2026-03-13"), Limit::CalendarDays(1))
            .arithmetic,
        "2026年3月13日（周五）次日起第 1 日为2026年3月14日（周六），逢周末顺延至2026年3月16日（周一）。"
    );
}

#[test]
fn a_contradictory_file_is_refused_with_every_reason() {
    let refused = WorkCalendar::from_json(
        r#"{"2026": {"off": ["2025-12-31", "2026-02-14"], "work": ["2026-02-14", "2026-02-25"]}}"#,
    );
    assert_eq!(
        refused.unwrap_err().to_string(),
        "节假日安排有误：2026年：2025年12月31日（周三）不在 2026 年内；2026年：2026年2月14日（周六）同时列为放假和补班；\
         2026年：2026年2月25日（周三）不是周六或周日，不能列为补班"
    );
}

#[rstest]
#[case::not_json("off")]
#[case::not_a_date(r#"{"2026": {"off": ["2026-02-30"], "work": []}}"#)]
#[case::a_list_missing(r#"{"2026": {"off": []}}"#)]
#[case::a_misspelt_list(r#"{"2026": {"off": [], "work": [], "wrok": []}}"#)]
#[case::not_a_year(r#"{"next": {"off": [], "work": []}}"#)]
fn a_file_of_another_shape_is_refused(#[case] text: &str) {
    assert!(WorkCalendar::from_json(text).is_err());
}

#[test]
fn the_ends_of_time_saturate() {
    let calendar = WorkCalendar::shipped();
    for limit in [
        Limit::WorkingDays(9),
        Limit::CalendarDays(9),
        Limit::WorkingDays(0),
    ] {
        assert_eq!(calendar.deadline(NaiveDate::MAX, limit).day, NaiveDate::MAX);
        assert!(calendar.deadline(NaiveDate::MIN, limit).day >= NaiveDate::MIN);
    }
    assert_eq!(
        add_period(NaiveDate::MAX, Period::Months(1)),
        NaiveDate::MAX
    );
    assert_eq!(
        calendar.next_working_day_on_or_after(NaiveDate::MAX),
        NaiveDate::MAX
    );
}

/// The model: its own reading of the file, one day after the other.
struct Model {
    off: Vec<String>,
    work: Vec<String>,
}

impl Model {
    fn read() -> Self {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../data/holidays.json")).unwrap();
        let list = |name: &str| {
            let years = file.as_object().unwrap().values();
            years
                .flat_map(|year| year[name].as_array().unwrap())
                .map(|date| date.as_str().unwrap().to_owned())
                .collect()
        };
        Self {
            off: list("off"),
            work: list("work"),
        }
    }

    fn works(&self, date: NaiveDate) -> bool {
        let text = date.to_string();
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        self.work.contains(&text) || (!weekend && !self.off.contains(&text))
    }
}

/// A day of the announced years, far enough from their end.
fn announced_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1700).prop_map(|n| day("2022-01-01") + Days::new(n))
}

proptest! {
    #[test]
    fn counting_equals_walking_day_by_day(start in announced_day(), n in 1_u16..60) {
        let model = Model::read();
        let end = WorkCalendar::shipped().deadline(start, Limit::WorkingDays(n));
        let counted = start.iter_days().skip(1).take_while(|date| *date <= end.day);
        prop_assert_eq!(counted.filter(|date| model.works(*date)).count(), usize::from(n));
        prop_assert!(model.works(end.day));
        prop_assert!(!end.unannounced);
    }

    #[test]
    fn calendar_days_end_on_the_first_working_day_from_the_count(
        start in announced_day(), n in 0_u16..60,
    ) {
        let model = Model::read();
        let counted = start + Days::new(u64::from(n));
        let end = WorkCalendar::shipped().deadline(start, Limit::CalendarDays(n)).day;
        prop_assert_eq!(counted.iter_days().find(|date| model.works(*date)), Some(end));
    }

    #[test]
    fn a_later_start_never_ends_earlier(start in announced_day(), n in 0_u16..60, later in 1_u64..40) {
        let calendar = WorkCalendar::shipped();
        for limit in [Limit::WorkingDays(n), Limit::CalendarDays(n)] {
            let (first, _) = calendar.deadline_day(start, limit);
            let (second, _) = calendar.deadline_day(start + Days::new(later), limit);
            prop_assert!(first <= second);
        }
    }

    #[test]
    fn no_date_panics(num in -96_000_000_i32..96_000_000, n: u16) {
        let calendar = WorkCalendar::shipped();
        let date = NaiveDate::from_num_days_from_ce_opt(num).unwrap_or(NaiveDate::MAX);
        let end = calendar.deadline(date, Limit::WorkingDays(n % 500));
        prop_assert!(end.day >= date);
        prop_assert!(calendar.deadline(date, Limit::CalendarDays(n)).day >= date);
        prop_assert!(add_period(date, Period::Months(n)) >= date);
    }
}

#[test]
fn a_wait_counts_working_days_after_the_first() {
    let calendar = WorkCalendar::shipped();
    let waited = |from, to| calendar.working_days_after(day(from), day(to));
    // Friday; the Saturday is worked, then the Spring Festival until Monday 23 February.
    assert_eq!(waited("2026-02-13", "2026-02-24"), 2);
    assert_eq!(waited("2026-02-13", "2026-02-13"), 0);
    assert_eq!(waited("2026-02-24", "2026-02-13"), 0);
    assert_eq!(waited("2026-02-14", "2026-02-23"), 0);
}

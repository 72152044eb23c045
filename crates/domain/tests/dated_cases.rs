//! Dated cases of limits and periods. Every last day was counted by hand on a wall calendar from the
//! State Council's arrangement of its year, never taken from the code; the reason stands beside it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_domain::calendar::{WorkCalendar, add_period};
use lanmu_domain::rule::{Limit, Period};
use lanmu_domain::text::day::long_day;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const fn working(n: u16) -> Limit {
    Limit::WorkingDays(n)
}

const fn calendar(n: u16) -> Limit {
    Limit::CalendarDays(n)
}

/// Whether a limit ends on a day, in days and in the sentence.
fn check(start: &str, limit: Limit, last: &str, unannounced: bool) {
    let calendar = WorkCalendar::shipped();
    let case = format!("{start} {limit:?}");
    let (end, guessed) = calendar.deadline_day(day(start), limit);
    assert_eq!((end, guessed), (day(last), unannounced), "{case}");
    let deadline = calendar.deadline(day(start), limit);
    assert_eq!(
        (deadline.day, deadline.unannounced),
        (end, guessed),
        "{case}"
    );
    assert!(
        deadline.arithmetic.contains(&long_day(day(last))),
        "{case}：{}",
        deadline.arithmetic
    );
    assert_eq!(
        deadline.arithmetic.contains("未公布"),
        unannounced,
        "{case}：{}",
        deadline.arithmetic
    );
}

// 2022: 1-31…2-6 off. 2023: 1-21…1-27. 2024: 2-10…2-17. 2025: 1-28…2-4. 2026: 2-15…2-23.
#[rstest]
#[case("2022-01-27", working(3), "2022-01-30")] // 1-28，1-29、1-30 补班计入
#[case("2022-01-29", working(3), "2022-02-08")] // 补班日发生；1-30 补班，1-31…2-6 放假，2-7、2-8
#[case("2022-02-02", working(3), "2022-02-09")] // 假期内发生；2-7、2-8、2-9
#[case("2022-02-02", calendar(3), "2022-02-07")] // 2-5 在假期内，顺延至 2-7
#[case("2023-01-19", working(3), "2023-01-29")] // 1-20，1-21…1-27 放假，1-28、1-29 补班
#[case("2023-01-24", working(3), "2023-01-30")] // 假期内发生；1-28、1-29 补班，1-30
#[case("2023-01-13", calendar(10), "2023-01-28")] // 1-23 在假期内，顺延至补班的周六 1-28
#[case("2024-02-02", working(6), "2024-02-09")] // 2-4 补班，2-5…2-8，除夕 2-9 上班
#[case("2024-02-09", working(3), "2024-02-20")] // 2-10…2-17 放假，2-18 补班，2-19、2-20
#[case("2024-02-13", working(1), "2024-02-18")] // 假期内发生；2-18 周日补班
#[case("2024-02-12", calendar(3), "2024-02-18")] // 2-15 在假期内，顺延至补班的周日 2-18
#[case("2025-01-24", working(3), "2025-02-05")] // 1-26 补班，1-27，1-28…2-4 放假，2-5
#[case("2025-01-31", working(4), "2025-02-08")] // 假期内发生；2-5、2-6、2-7，2-8 补班
#[case("2025-01-20", calendar(15), "2025-02-05")] // 2-4 是假期末日，顺延至 2-5
#[case("2026-02-12", working(2), "2026-02-14")] // 2-13，2-14 周六补班
#[case("2026-02-14", working(3), "2026-02-26")] // 补班日发生；2-15…2-23 放假，2-24、2-25、2-26
#[case("2026-02-20", working(5), "2026-02-28")] // 假期内发生；2-24…2-27，2-28 周六补班
#[case("2026-02-08", calendar(15), "2026-02-24")] // 2-23 是假期末日，顺延至 2-24
#[case("2026-02-18", calendar(10), "2026-02-28")] // 2-28 周六补班，不顺延
#[case("2026-01-30", working(20), "2026-03-05")] // 2-2…2-6 五天，2-9…2-14 六天，2-24…2-28 五天，3-2…3-5 四天
fn spring_festival(#[case] start: &str, #[case] limit: Limit, #[case] last: &str) {
    check(start, limit, last, false);
}

// 2022: 10-1…10-7 off. 2023: 9-29…10-6. 2024: 10-1…10-7. 2025: 10-1…10-8. 2026: 10-1…10-7.
#[rstest]
#[case("2022-09-29", working(3), "2022-10-09")] // 9-30，10-1…10-7 放假，10-8、10-9 补班
#[case("2022-10-04", working(3), "2022-10-10")] // 假期内发生；10-8、10-9 补班，10-10
#[case("2022-09-28", calendar(7), "2022-10-08")] // 10-5 在假期内，顺延至补班的周六 10-8
#[case("2023-09-27", working(3), "2023-10-08")] // 9-28，9-29…10-6 放假，10-7、10-8 补班
#[case("2023-10-01", working(3), "2023-10-09")] // 假期内发生；10-7、10-8 补班，10-9
#[case("2023-09-24", calendar(7), "2023-10-07")] // 10-1 在假期内，顺延至补班的周六 10-7
#[case("2024-09-27", working(3), "2024-10-08")] // 9-29 周日补班，9-30，10-1…10-7 放假，10-8
#[case("2024-10-03", working(5), "2024-10-12")] // 假期内发生；10-8…10-11，10-12 周六补班
#[case("2024-09-22", calendar(10), "2024-10-08")] // 10-2 在假期内，顺延至 10-8
#[case("2025-09-26", working(4), "2025-10-09")] // 9-28 周日补班，9-29、9-30，10-1…10-8 放假，10-9
#[case("2025-10-05", working(3), "2025-10-11")] // 假期内发生；10-9、10-10，10-11 周六补班
#[case("2025-10-01", calendar(7), "2025-10-09")] // 10-8 仍放假（含中秋），顺延至 10-9
#[case("2026-09-29", working(3), "2026-10-09")] // 9-30，10-1…10-7 放假，10-8、10-9
#[case("2026-10-05", working(4), "2026-10-12")] // 假期内发生；10-8、10-9，10-10 周六补班，10-12
#[case("2026-09-23", calendar(14), "2026-10-08")] // 10-7 是假期末日，顺延至 10-8
#[case("2026-08-08", calendar(60), "2026-10-08")] // 8 月余 23 天、9 月 30 天、10-7 满 60 天，顺延至 10-8
fn national_day(#[case] start: &str, #[case] limit: Limit, #[case] last: &str) {
    check(start, limit, last, false);
}

// 清明, 劳动节, 端午, 中秋 with their make-up Saturdays and Sundays.
#[rstest]
#[case("2022-04-01", working(3), "2022-04-07")] // 清明 4-2 周六补班，4-3…4-5 放假，4-6、4-7
#[case("2022-04-22", working(2), "2022-04-25")] // 4-23 周六，4-24 周日补班，4-25
#[case("2022-05-05", working(3), "2022-05-09")] // 5-6，5-7 周六补班，5-9
#[case("2022-06-02", working(1), "2022-06-06")] // 端午 6-3…6-5 放假
#[case("2022-09-09", working(1), "2022-09-13")] // 中秋 9-10…9-12 放假
#[case("2023-04-04", working(2), "2023-04-07")] // 清明 4-5 放假一天；4-6、4-7
#[case("2023-04-21", working(3), "2023-04-25")] // 4-23 周日补班，4-24、4-25
#[case("2023-04-28", working(3), "2023-05-06")] // 4-29…5-3 放假，5-4、5-5，5-6 周六补班
#[case("2023-06-21", working(2), "2023-06-26")] // 端午 6-22…6-24 放假，6-25 周日补班，6-26
#[case("2023-06-20", calendar(5), "2023-06-25")] // 6-25 周日补班，不顺延
#[case("2024-04-03", working(3), "2024-04-09")] // 清明 4-4…4-6 放假，4-7 周日补班，4-8、4-9
#[case("2024-04-26", working(3), "2024-04-30")] // 4-28 周日补班，4-29、4-30
#[case("2024-04-30", working(6), "2024-05-11")] // 5-1…5-5 放假，5-6…5-10，5-11 周六补班
#[case("2024-06-07", working(1), "2024-06-11")] // 6-8、6-9 周末，端午 6-10 放假
#[case("2024-09-13", working(2), "2024-09-18")] // 9-14 周六补班，中秋 9-15…9-17 放假，9-18
#[case("2025-04-03", working(2), "2025-04-08")] // 清明 4-4…4-6 放假，4-7、4-8
#[case("2025-04-25", working(2), "2025-04-28")] // 4-27 周日补班，4-28
#[case("2025-04-30", working(3), "2025-05-08")] // 5-1…5-5 放假，5-6、5-7、5-8
#[case("2025-05-30", working(1), "2025-06-03")] // 端午 5-31…6-2 放假
#[case("2026-04-03", working(1), "2026-04-07")] // 清明 4-4…4-6 放假
#[case("2026-04-30", working(4), "2026-05-09")] // 5-1…5-5 放假，5-6…5-8，5-9 周六补班
#[case("2026-06-18", working(1), "2026-06-22")] // 端午 6-19…6-21 放假
#[case("2026-09-18", working(2), "2026-09-21")] // 9-19 周六，9-20 周日补班，9-21
#[case("2026-09-24", working(3), "2026-09-30")] // 中秋 9-25…9-27 放假，9-28…9-30
fn other_holidays(#[case] start: &str, #[case] limit: Limit, #[case] last: &str) {
    check(start, limit, last, false);
}

// Leap day, year ends, limits of nothing.
#[rstest]
#[case("2024-02-28", calendar(1), "2024-02-29")] // 闰日是周四
#[case("2024-02-29", working(20), "2024-03-28")] // 3-1 一天，三周十五天至 3-22，3-25…3-28 四天
#[case("2022-12-30", working(3), "2023-01-05")] // 12-31…1-2 放假，1-3、1-4、1-5
#[case("2022-12-30", calendar(1), "2023-01-03")] // 12-31 放假，跨年顺延至 1-3
#[case("2023-12-29", working(1), "2024-01-02")] // 12-30、12-31 周末，1-1 放假
#[case("2024-12-31", calendar(1), "2025-01-02")] // 1-1 放假一天
#[case("2025-12-31", working(1), "2026-01-04")] // 1-1…1-3 放假，1-4 周日补班
#[case("2026-10-10", working(0), "2026-10-10")] // 当日截止，周六补班不顺延
#[case("2026-10-11", calendar(0), "2026-10-12")] // 当日截止，周日顺延至周一
#[case("2021-12-31", working(1), "2022-01-04")] // 当日不计，2022 年 1-1…1-3 放假；只及已公布年份
#[case("2021-12-25", calendar(7), "2022-01-04")] // 1-1 放假，顺延至 1-4；只及已公布年份
fn the_ends_of_months_and_years(#[case] start: &str, #[case] limit: Limit, #[case] last: &str) {
    check(start, limit, last, false);
}

// 2021 and 2028 are not known, of 2027 the statutory days: 1-1, 2-5…2-8, 4-5, 5-1, 5-2, 6-9,
// 9-15, 10-1…10-3. A year counts as touched when a day of it was looked at.
#[rstest]
#[case("2021-12-30", working(2), "2022-01-04", true)] // 12-31 在未公布的 2021 年；1-1…1-3 放假
#[case("2021-12-31", working(0), "2021-12-31", true)] // 当日截止，2021 年未公布
#[case("2026-12-30", working(1), "2026-12-31", false)] // 止于 2026 年内
#[case("2026-12-30", working(2), "2027-01-04", true)] // 12-31，1-1 法定，1-2、1-3 周末，1-4
#[case("2026-12-24", calendar(7), "2026-12-31", false)] // 止于 2026 年末日，周四
#[case("2026-12-18", calendar(14), "2027-01-04", true)] // 1-1 法定，顺延过周末至 1-4
#[case("2026-11-23", calendar(60), "2027-01-22", true)] // 11 月余 7 天、12 月 31 天、1-22 满 60 天，周五
#[case("2027-02-03", working(3), "2027-02-10", true)] // 2-4，春节法定 2-5…2-8，2-9、2-10
#[case("2027-02-06", calendar(1), "2027-02-09", true)] // 2-7 法定，2-8 法定，顺延至 2-9
#[case("2027-04-02", working(1), "2027-04-06", true)] // 周末，清明 4-5 法定
#[case("2027-04-30", working(1), "2027-05-03", true)] // 5-1、5-2 法定即周末，5-3 周一照常
#[case("2027-06-08", working(2), "2027-06-11", true)] // 端午 6-9 法定；6-10、6-11
#[case("2027-09-14", working(1), "2027-09-16", true)] // 中秋 9-15 法定
#[case("2027-09-30", working(3), "2027-10-06", true)] // 国庆 10-1…10-3 法定；10-4、10-5、10-6
#[case("2027-12-31", working(1), "2028-01-03", true)] // 2028 年一无所知；1-1、1-2 周末
fn years_not_announced(
    #[case] start: &str,
    #[case] limit: Limit,
    #[case] last: &str,
    #[case] unannounced: bool,
) {
    check(start, limit, last, unannounced);
}

// Elapsed time: months clamp to the month's end, nothing moves off a day off.
#[rstest]
#[case("2022-01-31", Period::Months(1), "2022-02-28")] // 二月无 31 日
#[case("2024-01-31", Period::Months(1), "2024-02-29")] // 闰年二月末日
#[case("2025-03-31", Period::Months(1), "2025-04-30")] // 四月无 31 日
#[case("2026-07-31", Period::Months(3), "2026-10-31")] // 十月有 31 日
#[case("2022-08-30", Period::Months(6), "2023-02-28")] // 平年二月末日
#[case("2023-08-30", Period::Months(6), "2024-02-29")] // 闰年二月末日
#[case("2024-08-30", Period::Months(6), "2025-02-28")] // 平年二月末日
#[case("2024-08-29", Period::Months(6), "2025-02-28")] // 平年二月无 29 日
#[case("2024-02-29", Period::Months(6), "2024-08-29")] // 同日，不取月末
#[case("2024-02-29", Period::Months(12), "2025-02-28")] // 平年二月无 29 日
#[case("2024-02-29", Period::Months(48), "2028-02-29")] // 下一闰年同日
#[case("2023-02-28", Period::Months(12), "2024-02-28")] // 同日，不取 29 日
#[case("2025-11-30", Period::Months(3), "2026-02-28")] // 跨年，二月无 30 日
#[case("2023-12-31", Period::Months(2), "2024-02-29")] // 跨年，闰年二月末日
#[case("2024-03-30", Period::Months(11), "2025-02-28")] // 二月无 30 日
#[case("2025-12-31", Period::Months(2), "2026-02-28")] // 跨年，二月无 31 日
#[case("2026-12-31", Period::Months(6), "2027-06-30")] // 跨入未公布年份，六月无 31 日
#[case("2024-02-15", Period::Days(14), "2024-02-29")] // 闰年二月 29 天
#[case("2025-02-15", Period::Days(14), "2025-03-01")] // 平年二月 28 天
#[case("2024-12-18", Period::Days(14), "2025-01-01")] // 元旦放假，不顺延
#[case("2026-02-02", Period::Days(14), "2026-02-16")] // 春节假期内，不顺延
#[case("2026-09-17", Period::Days(14), "2026-10-01")] // 国庆节，不顺延
#[case("2026-12-20", Period::Days(14), "2027-01-03")] // 未公布年份的周日，不顺延
#[case("2026-02-14", Period::Days(0), "2026-02-14")] // 零日即当日
#[case("2026-01-31", Period::Months(0), "2026-01-31")] // 零月即当日
fn elapsed_periods(#[case] start: &str, #[case] period: Period, #[case] last: &str) {
    assert_eq!(
        add_period(day(start), period),
        day(last),
        "{start} {period:?}"
    );
}

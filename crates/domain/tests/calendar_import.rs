//! Reading arrangements from files that people bring.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use lanmu_domain::calendar::{FileArrangements, FileEvent, WorkCalendar, read_events, read_json};
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn faults(read: &FileArrangements) -> Vec<String> {
    read.problems.iter().map(ToString::to_string).collect()
}

fn event(summary: &str, special_day: &str, first: &str, last: &str) -> FileEvent {
    FileEvent {
        place: format!("日程“{summary}”"),
        summary: summary.to_owned(),
        special_day: (!special_day.is_empty()).then(|| special_day.to_owned()),
        first: day(first),
        last: day(last),
        repeats: false,
    }
}

#[test]
fn the_shipped_file_is_read_whole() {
    let read = read_json(include_str!("../data/holidays.json"));
    assert_eq!(read.years, WorkCalendar::shipped().years);
    assert_eq!(faults(&read), Vec::<String>::new());
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let read = read_json("\u{feff}{\"2027\": {\"off\": [\"2027-01-01\"], \"work\": []}}");
    assert_eq!(faults(&read), Vec::<String>::new());
    assert_eq!(read.years[&2027].off, [day("2027-01-01")].into());
}

#[test]
fn every_fault_of_a_json_file_is_named_with_its_place() {
    let read = read_json(
        r#"{
            "2027": {"off": ["2027-01-01", "2027-02-30", 5, "2027-01-01"], "work": "2027-02-20", "wrok": []},
            "next": {},
            "2028": {"off": ["2027-12-31"], "work": ["2028-01-03"]},
            "2029": [],
            "2028": {"off": []}
        }"#,
    );
    assert_eq!(
        faults(&read),
        [
            "2027年 off 第 2 项：\"2027-02-30\" 不是日期，须写成 2027-01-01 的形式",
            "2027年 off 第 3 项：5 不是日期，须写成 2027-01-01 的形式",
            "2027年 off 第 4 项：2027年1月1日（周五）重复",
            "2027年 work：须为日期的列表",
            "2027年 wrok：不认识的内容，只能有 off 和 work",
            "“next”：不是四位数的年份",
            "2029年：须含 off（放假）和 work（补班）两个列表",
            "2028年 work：缺少此列表，没有日期时写 []",
            "2028年：在文件中出现了两次",
        ]
    );
}

#[test]
fn contradictions_in_a_json_file_are_faults() {
    let read = read_json(r#"{"2028": {"off": ["2027-12-31"], "work": ["2028-01-03"]}}"#);
    assert_eq!(
        faults(&read),
        [
            "2028年：2027年12月31日（周五）不在 2028 年内",
            "2028年：2028年1月3日（周一）不是周六或周日，不能列为补班",
        ]
    );
}

#[rstest]
#[case("", "第 1 行第 0 列：不是有效的 JSON")]
#[case("{\"2027\": {\n\"off\": [,]}}", "第 2 行第 9 列：不是有效的 JSON")]
#[case("[]", "第 1 行第 0 列：须为“年份：放假、补班日期”的对象")]
#[case("{}", "文件：没有任何年份")]
fn what_is_no_arrangement_says_where(#[case] text: &str, #[case] fault: &str) {
    assert_eq!(faults(&read_json(text)), [fault]);
}

#[rstest]
#[case::apple("元旦（休）", "WORK-HOLIDAY", true)]
#[case::apple_work("春节（班）", "ALTERNATE-WORKDAY", false)]
#[case::the_mark_decides("春节", "ALTERNATE-WORKDAY", false)]
#[case("春节 休", "", true)]
#[case("春节假期", "", true)]
#[case("元旦 假期 第1天/共3天", "", true)]
#[case("国庆节 放假调休", "", true)]
#[case("国庆节 班", "", false)]
#[case("补班", "", false)]
#[case("元旦 补班 第1天/共1天", "", false)]
#[case("上班(补春节假期)", "", false)]
#[case("调休上班", "", false)]
fn an_event_says_off_or_worked(#[case] summary: &str, #[case] special: &str, #[case] off: bool) {
    // A Saturday, on which both can be.
    let read = read_events([event(summary, special, "2027-02-20", "2027-02-20")]);
    let year = &read.years[&2027];
    assert_eq!(year.off.contains(&day("2027-02-20")), off);
    assert_eq!(year.work.contains(&day("2027-02-20")), !off);
    assert_eq!(faults(&read), Vec::<String>::new());
}

#[test]
fn an_event_of_several_days_covers_them_all_across_the_turn_of_the_year() {
    let read = read_events([event("元旦（休）", "", "2026-12-31", "2027-01-02")]);
    assert_eq!(read.years[&2026].off, [day("2026-12-31")].into());
    assert_eq!(
        read.years[&2027].off,
        [day("2027-01-01"), day("2027-01-02")].into()
    );
}

#[test]
fn events_of_other_kinds_are_passed_over_and_said() {
    let read = read_events([
        event("情人节", "", "2027-02-14", "2027-02-14"),
        event("春节（休）", "", "2027-02-05", "2027-02-11"),
    ]);
    assert_eq!(read.passed_over, ["日程“情人节”"]);
    assert_eq!(read.years[&2027].off.len(), 7);
}

#[test]
fn every_fault_of_the_events_is_named() {
    let read = read_events([
        event("春节 调休", "", "2027-02-20", "2027-02-20"),
        event("春节 休", "", "2027-02-05", "2027-02-04"),
        event("暑假", "", "2027-07-01", "2027-08-31"),
        FileEvent {
            repeats: true,
            ..event("元旦 休", "", "2027-01-01", "2027-01-01")
        },
        event("国庆节 班", "", "2027-10-08", "2027-10-09"),
        event("国庆节 休", "", "2027-10-09", "2027-10-09"),
    ]);
    assert_eq!(
        faults(&read),
        [
            "日程“春节 调休”：看不出是放假还是补班，请在名称中写明“休”或“班”",
            "日程“春节 休”：结束日期2027年2月4日（周四）早于开始日期2027年2月5日（周五）",
            "日程“暑假”：从2027年7月1日（周四）到2027年8月31日（周二），超过一个月",
            "日程“元旦 休”：是重复日程，放假和补班须逐年列出",
            "2027年：2027年10月9日（周六）同时列为放假和补班",
            "2027年：2027年10月8日（周五）不是周六或周日，不能列为补班",
        ]
    );
}

//! Update requirements: the words of Annex 2, and others that a county might write.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use lanmu_domain::parameters::{Figure, Parameters};
use lanmu_domain::rule::{
    Limit, ParsedRequirement, Period, ReadRule, Rule, Trigger, read_requirement,
};
use proptest::prelude::*;
use rstest::rstest;

fn read(text: &str) -> Vec<ReadRule> {
    match read_requirement(text, &Parameters::default()) {
        Ok(ParsedRequirement::Rules(rules)) => rules,
        other => panic!("{text}: {other:?}"),
    }
}

fn rules(text: &str) -> Vec<Rule> {
    read(text).into_iter().map(|read| read.rule).collect()
}

fn days(days: u16) -> Rule {
    Rule::Elapsed {
        period: Period::Days(days),
    }
}

fn months(months: u16) -> Rule {
    Rule::Elapsed {
        period: Period::Months(months),
    }
}

fn event(triggers: &[Trigger], limit: Limit) -> Rule {
    Rule::Event {
        triggers: triggers.to_vec(),
        limit,
    }
}

#[rstest]
#[case("一周内更新", &[days(7)])]
#[case("两周内更新", &[days(14)])]
#[case("半年内更新", &[months(6)])]
#[case("一年内更新", &[months(12)])]
#[case("1年内更新", &[months(12)])]
#[case("一年内更新，不少于3次", &[months(12), Rule::Count { per_year: 3 }])]
#[case("专题专栏由县政府办公室统一管理，信息内容原则上不能超过一年",
    &[Rule::MaximumAge { period: Period::Months(12) }])]
#[case("全市统一更新", &[Rule::External])]
#[case("", &[])]
#[case("三周内更新", &[days(21)])]
#[case("3周内", &[days(21)])]
#[case("每周更新", &[days(7)])]
#[case("每月更新一次", &[months(1)])]
#[case("每两个月至少更新一次", &[months(2)])]
#[case("每季度更新", &[months(3)])]
#[case("原则上１０天内需要更新。", &[days(10)])]
#[case("十五日内更新", &[days(15)])]
#[case("一百二十天以内更新", &[days(120)])]
#[case("二十一 天内\t更新\u{200B}", &[days(21)])]
#[case("半个月内更新", &[days(15)])]
#[case("两年内更新", &[months(24)])]
#[case("更新周期不超过30天", &[days(30)])]
#[case("每年不少于4次", &[Rule::Count { per_year: 4 }])]
#[case("每年更新2次", &[Rule::Count { per_year: 2 }])]
#[case("每年更新十二次以上", &[Rule::Count { per_year: 12 }])]
#[case("一年内更新,不少于3次", &[months(12), Rule::Count { per_year: 3 }])]
#[case("一年内更新（不少于3次）", &[months(12), Rule::Count { per_year: 3 }])]
fn elapsed_counted_and_other(#[case] text: &str, #[case] expected: &[Rule]) {
    assert_eq!(rules(text), expected);
}

#[rstest]
#[case("文件发布3日内更新", Trigger::DocumentIssued, Limit::WorkingDays(3))]
#[case(
    "文件发布后3天内及时更新",
    Trigger::DocumentIssued,
    Limit::WorkingDays(3)
)]
#[case(
    "文件印发后20个工作日内公开",
    Trigger::DocumentIssued,
    Limit::WorkingDays(3)
)]
#[case(
    "文件发布后一天内更新",
    Trigger::DocumentIssued,
    Limit::CalendarDays(1)
)]
#[case("文件发布后及时更新", Trigger::DocumentIssued, Limit::WorkingDays(3))]
#[case("参加活动后一天内更新", Trigger::Activity, Limit::CalendarDays(1))]
#[case("活动结束后5个工作日内更新", Trigger::Activity, Limit::WorkingDays(5))]
#[case("工作动态2日内更新", Trigger::Activity, Limit::CalendarDays(2))]
#[case(
    "重要工作动态在2日内需要更新",
    Trigger::Activity,
    Limit::CalendarDays(2)
)]
#[case("变化后立即更新", Trigger::Change, Limit::WorkingDays(1))]
#[case("如有变化，立即更新", Trigger::Change, Limit::WorkingDays(1))]
#[case("如有变化立即更新", Trigger::Change, Limit::WorkingDays(1))]
#[case("如有调整, 3日内更新", Trigger::Change, Limit::CalendarDays(3))]
#[case("变化后更新", Trigger::Change, Limit::WorkingDays(5))]
#[case("变化后及时更新", Trigger::Change, Limit::WorkingDays(3))]
#[case("发生变化后10个工作日内更新", Trigger::Change, Limit::WorkingDays(10))]
fn events(#[case] text: &str, #[case] trigger: Trigger, #[case] limit: Limit) {
    assert_eq!(rules(text), [event(&[trigger], limit)]);
}

#[test]
fn timely_and_bare_working_days_count_from_an_activity_or_a_change() {
    let both = [Trigger::Activity, Trigger::Change];
    assert_eq!(rules("及时更新"), [event(&both, Limit::WorkingDays(3))]);
    assert_eq!(
        rules("10个工作日内更新"),
        [event(&both, Limit::WorkingDays(10))]
    );
    assert_eq!(
        rules("按信访要求回复，及时更新"),
        [Rule::Reply, event(&both, Limit::WorkingDays(3))]
    );
}

#[test]
fn the_notice_prevails_over_the_annex_for_documents_and_the_conflict_says_so() {
    let read = &read("文件发布3日内更新")[0];
    assert_eq!(read.source_text, "文件发布3日内更新");
    assert_eq!(
        read.conflict.as_deref(),
        Some(
            "分工表写“文件发布3日内更新”，通知正文写“主动公开文件应在文件发布后3个工作日内上网发布”，\
             两处不一致；按通知正文执行，分工表原文保留"
        )
    );
    let agreed = read_requirement("文件发布后3个工作日内更新", &Parameters::default()).unwrap();
    let ParsedRequirement::Rules(agreed) = agreed else {
        panic!("not composite")
    };
    assert_eq!(agreed[0].conflict, None);
}

#[test]
fn figures_changed_by_a_coordinator_are_used_and_named() {
    let parameters = Parameters {
        activity: Limit::WorkingDays(2),
        document_issued: Limit::WorkingDays(5),
        ..Parameters::default()
    };
    for (text, limit, figure) in [
        (
            "参加活动后一天内更新",
            Limit::WorkingDays(2),
            Figure::Activity,
        ),
        (
            "文件发布3日内更新",
            Limit::WorkingDays(5),
            Figure::DocumentIssued,
        ),
    ] {
        let Ok(ParsedRequirement::Rules(rules)) = read_requirement(text, &parameters) else {
            panic!("{text}")
        };
        assert!(matches!(rules[0].rule, Rule::Event { limit: held, .. } if held == limit));
        assert!(rules[0].conflict.is_some());
        assert_eq!(rules[0].figure, Some(figure));
    }
}

#[test]
fn words_are_kept_as_they_stand() {
    let read = read(" 一年内 更新 , 不少于３次。");
    assert_eq!(read[0].source_text, "一年内 更新");
    assert_eq!(read[1].source_text, "一年内 更新 , 不少于３次");
}

#[rstest]
#[case("机构概况、权责清单1年内更新（如有变化，立即更新），法规公文在文件发布后3天内及时更新")]
#[case("机构概况、权责清单，1年内更新；如有变化,立即更新；法规公文文件发布3日内")]
fn other_composite_cells_are_read_too(#[case] text: &str) {
    let Ok(ParsedRequirement::Composite(parts)) = read_requirement(text, &Parameters::default())
    else {
        panic!("{text}")
    };
    let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["机构概况", "权责清单", "法规公文"]);
    assert_eq!(parts[1].rules.len(), 2);
    assert_eq!(parts[2].rules.len(), 1);
}

#[rstest]
#[case("视情况更新", "视情况更新")]
#[case("一周内更新，视情况更新", "视情况更新")]
#[case("不需要一周内更新", "不需要一周内更新")]
#[case("3月内更新", "3月内更新")]
#[case("零天内更新", "零天内更新")]
#[case("0日内更新", "0日内更新")]
#[case("99999天内更新", "99999天内更新")]
#[case("一百五天内更新", "一百五天内更新")]
#[case("二五天内更新", "二五天内更新")]
#[case("一周", "一周")]
#[case("半年内更新，不少于3次", "不少于3次")]
#[case("每周更新3次", "每周更新3次")]
#[case("如有变化", "如有变化")]
#[case("如有变化，一年内更新", "一年内更新")]
#[case("由县政府办公室统一管理", "由县政府办公室统一管理")]
#[case("机构概况1年内更新，机构概况半年内更新", "半年内更新")]
#[case("一周内更新，法规公文文件发布3日内，工作动态2日内", "一周内更新")]
#[case("机构概况、领导信息", "机构概况、领导信息")]
fn what_matches_no_shape_is_reported(#[case] text: &str, #[case] part: &str) {
    let unread = read_requirement(text, &Parameters::default()).unwrap_err();
    assert!(unread.part.contains(part), "{unread:?}");
}

#[rstest]
#[case("无")]
#[case(" — ")]
#[case("。")]
fn dashes_are_an_empty_cell(#[case] text: &str) {
    assert_eq!(rules(text), []);
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "一",
        "两",
        "半",
        "年",
        "内",
        "更新",
        "，",
        "（",
        "）",
        "、",
        "如有变化",
        "立即",
        "及时",
        "3",
        "个",
        "工作日",
        "日",
        "文件发布",
        "后",
        "参加活动",
        "工作动态",
        "法规公文",
        "机构概况",
        "不少于",
        "次",
        "不能超过",
        "由",
        "统一管理",
        "按信访要求回复",
        " ",
        "\u{0}",
        "十",
        "百",
        "每",
        "月",
        "周",
        "在",
        "变化",
        "全市统一更新",
        "９",
        "无",
    ]);
    prop::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_or_reported_and_words_are_part_of_it(
        text in prop_oneof![any::<String>(), words()],
    ) {
        match read_requirement(&text, &Parameters::default()) {
            Ok(ParsedRequirement::Rules(rules)) => for read in rules {
                prop_assert!(text.contains(&read.source_text));
                prop_assert!(!read.source_text.is_empty());
            },
            Ok(ParsedRequirement::Composite(parts)) => for part in parts {
                prop_assert!(!part.rules.is_empty() && !part.name.is_empty());
            },
            Err(unread) => prop_assert!(text.contains(&unread.part)),
        }
    }

    #[test]
    fn width_and_spaces_make_no_difference(text in words()) {
        let read = |text: &str| match read_requirement(text, &Parameters::default()) {
            Ok(ParsedRequirement::Rules(rules)) => {
                Ok(rules.into_iter().map(|read| read.rule).collect::<Vec<Rule>>())
            }
            Ok(ParsedRequirement::Composite(parts)) => Ok(parts
                .into_iter()
                .flat_map(|part| part.rules)
                .map(|read| read.rule)
                .collect()),
            Err(_) => Err(()),
        };
        let other: String = text
            .chars()
            .flat_map(|c| [match c { '，' => ',', '（' => '(', '3' => '３', c => c }, ' '])
            .collect();
        prop_assert_eq!(read(&text), read(&other));
    }

    #[test]
    fn chinese_and_arabic_numbers_say_the_same(number in 1_u16..=99) {
        const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let tens = match number / 10 {
            0 => String::new(),
            1 => "十".to_owned(),
            tens => format!("{}十", DIGITS[usize::from(tens)]),
        };
        let chinese = format!("{tens}{}天内更新", DIGITS[usize::from(number % 10)]);
        prop_assert_eq!(rules(&chinese), rules(&format!("{number}日内更新")));
    }
}

#[rstest]
#[case("每月更新", &["按时间间隔：距上次发布不超过1个月"])]
#[case("一年内更新，不少于3次", &["按时间间隔：距上次发布不超过1年", "按全年次数：每个自然年不少于3次"])]
#[case("参加活动后5个工作日内更新", &["按触发事件：参加活动后5个工作日内更新，只计工作日，事件当日不计"])]
#[case("变化后10日内更新", &["按触发事件：内容变化后10日内更新，按日历日计，事件当日不计，末日为休息日的顺延"])]
#[case("全市统一更新", &["县外更新：由县外单位统一更新"])]
fn a_reading_says_how_it_is_counted(#[case] text: &str, #[case] said: &[&str]) {
    let rules = rules(text);
    let readings: Vec<String> = rules.iter().map(Rule::reading).collect();
    assert_eq!(readings, said);
}

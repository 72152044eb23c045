//! 责任表核查, rule by rule.
#![cfg(not(target_arch = "wasm32"))]

use lanmu_domain::annex::{Doubt, DoubtKind};
use lanmu_domain::matrix_check::{
    CheckedColumn, CheckedDepartment, CheckedDuty, GapKind, check_columns, check_departments,
    check_duties,
};
use lanmu_domain::rule::{AppliedRule, Period, Rule, RuleSource};
use rstest::rstest;

fn weekly(source: RuleSource) -> AppliedRule {
    let period = Period::Days(7);
    AppliedRule::of(Rule::Elapsed { period }, source)
}

fn duty<'a>(path: &'a [String], owners: &'a [i64], rules: &'a [AppliedRule]) -> CheckedDuty<'a> {
    CheckedDuty {
        id: 1,
        row: 1,
        column_path: path,
        requirement: "",
        owner_text: "",
        owners,
        owners_named: false,
        rules,
        doubts: &[],
    }
}

fn path(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn kinds(duties: &[CheckedDuty<'_>]) -> Vec<GapKind> {
    check_duties(duties).iter().map(|gap| gap.kind).collect()
}

#[rstest]
#[case(RuleSource::Annex, &[])]
#[case(RuleSource::Coordinator, &[])]
#[case(RuleSource::Floor, &[GapKind::NoRule])]
#[case(RuleSource::Yearly, &[GapKind::NoRule])]
fn a_floor_is_no_answer_to_when_this_column_is_due(
    #[case] source: RuleSource,
    #[case] expected: &[GapKind],
) {
    let (path, rules) = (path(&["首页", "新闻"]), [weekly(source)]);
    assert_eq!(kinds(&[duty(&path, &[1], &rules)]), expected);
}

#[test]
fn what_others_keep_lacks_neither_owner_nor_rule() {
    let (path, rules) = (
        path(&["首页", "热点"]),
        [AppliedRule::of(Rule::External, RuleSource::Annex)],
    );
    assert_eq!(kinds(&[duty(&path, &[], &rules)]), []);
    assert_eq!(
        kinds(&[duty(&path, &[], &[])]),
        [GapKind::NoOwner, GapKind::NoRule]
    );
}

#[test]
fn what_a_cell_says_is_settled_once_a_coordinator_named_the_owners() {
    let (path, rules) = (path(&["首页", "新闻"]), [weekly(RuleSource::Annex)]);
    let doubts: Vec<Doubt> = [DoubtKind::UnknownDepartment, DoubtKind::RepeatedOwner]
        .into_iter()
        .map(|kind| Doubt {
            row: 1,
            cell: "责任部门".to_owned(),
            kind,
            text: "甲局、乙局".to_owned(),
            message: format!("{}，请协调人确认", kind.label()),
        })
        .collect();
    let open = CheckedDuty {
        owner_text: "甲局、乙局",
        doubts: &doubts,
        ..duty(&path, &[1], &rules)
    };
    let expected = [GapKind::NameConflict, GapKind::OwnerOverlap];
    assert_eq!(kinds(&[open]), expected);
    // The parts of a composite row have one cell, told once.
    assert_eq!(kinds(&[open, open]), expected);
    let named = CheckedDuty {
        owners_named: true,
        ..open
    };
    assert_eq!(kinds(&[named]), []);
    let reworded = CheckedDuty {
        owner_text: "甲局",
        ..open
    };
    assert_eq!(kinds(&[reworded]), []);
}

#[rstest]
#[case(&[1], &[2], true)]
#[case(&[1, 2], &[2], true)]
#[case(&[1, 2], &[2, 1], false)]
#[case(&[1], &[1], false)]
fn a_column_above_with_other_owners_overlaps(
    #[case] above: &[i64],
    #[case] below: &[i64],
    #[case] overlaps: bool,
) {
    let rules = [weekly(RuleSource::Annex)];
    let (upper, lower) = (
        path(&["公开", "财政"]),
        path(&["公开", "财政", "预算", "表"]),
    );
    let gaps = check_duties(&[duty(&upper, above, &rules), duty(&lower, below, &rules)]);
    let overlapping = gaps.iter().any(|gap| gap.kind == GapKind::OwnerOverlap);
    assert_eq!(overlapping, overlaps);
    if overlaps {
        assert_eq!(gaps[0].column_path, lower);
        assert!(
            gaps[0].message.contains("公开 / 财政"),
            "{}",
            gaps[0].message
        );
    }
}

#[test]
fn a_column_without_an_address_is_told_once() {
    let (path, rules) = (path(&["首页", "新闻"]), [weekly(RuleSource::Annex)]);
    let duty = duty(&path, &[1], &rules);
    let at = |address| CheckedColumn {
        duty: &duty,
        address,
    };
    assert_eq!(check_columns(&[at(None), at(Some(""))]).len(), 1);
    assert_eq!(
        check_columns(&[at(Some("https://www.example.gov.cn/"))]),
        []
    );
}

#[rstest]
#[case([vec![1], vec![2], vec![3]], None)]
#[case([vec![1, 2], vec![1], vec![1, 3]], None)]
#[case([vec![1], vec![2], vec![]], Some("没有分管领导，请指定。"))]
#[case([vec![1], vec![1], vec![2]], Some("现有 2 人，但三个岗位不能由三个不同的人分别担任，三审无法完成，请补充人员。"))]
// Three people, and yet two of them stand for one stage alone.
#[case([vec![1], vec![1], vec![2, 3]], Some("现有 3 人，但三个岗位不能由三个不同的人分别担任，三审无法完成，请补充人员。"))]
fn three_different_people_must_be_found(
    #[case] people: [Vec<i64>; 3],
    #[case] expected: Option<&str>,
) {
    let department = CheckedDepartment {
        id: 1,
        name: "县财政局".to_owned(),
        people,
    };
    let gaps = check_departments(&[department]);
    assert_eq!(gaps.first().map(|gap| gap.message.as_str()), expected);
}

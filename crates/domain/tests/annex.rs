//! The county's own table, as the product ships it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use lanmu_domain::annex::{
    DoubtKind, PlannedDuty, SitePlan, read_annex, read_departments, shipped,
};
use lanmu_domain::column::ColumnKind;
use lanmu_domain::parameters::Parameters;
use lanmu_domain::rule::{DutyMode, Limit, Period, Rule, RuleSource, Trigger};

const ANNEX: &str = include_str!("../data/annex2.csv");
const DEPARTMENTS: &str = include_str!("../data/departments.csv");

fn plan() -> SitePlan {
    shipped(&Parameters::default()).unwrap()
}

fn row(plan: &SitePlan, number: u32) -> &PlannedDuty {
    let mut duties = plan.duties.iter().filter(|duty| duty.row == number);
    let duty = duties.next().unwrap();
    assert!(duties.next().is_none(), "row {number} has one duty");
    duty
}

fn at<'a>(plan: &'a SitePlan, path: &[&str]) -> &'a PlannedDuty {
    let duty = plan
        .duties
        .iter()
        .find(|duty| plan.columns[duty.column].path == path);
    duty.unwrap_or_else(|| panic!("no duty at {path:?}"))
}

fn owner_names<'a>(plan: &'a SitePlan, duty: &PlannedDuty) -> Vec<&'a str> {
    duty.owners
        .iter()
        .map(|owner| plan.departments[*owner].name.as_str())
        .collect()
}

fn by_source(duty: &PlannedDuty) -> Vec<(RuleSource, Rule)> {
    duty.rules
        .iter()
        .map(|applied| (applied.source, applied.rule.clone()))
        .collect()
}

fn elapsed(period: Period) -> Rule {
    Rule::Elapsed { period }
}

#[test]
fn the_table_has_169_rows_53_departments_43_organisations_and_642_duties() {
    let plan = plan();
    let rows: BTreeSet<u32> = plan.duties.iter().map(|duty| duty.row).collect();
    assert_eq!(rows, (1..=169).collect());
    assert_eq!(plan.departments.len(), 53);
    assert_eq!(plan.duties.len(), 642);
    let mut per_row: BTreeMap<u32, usize> = BTreeMap::new();
    for duty in &plan.duties {
        *per_row.entry(duty.row).or_default() += 1;
    }
    let composite: Vec<u32> = per_row
        .iter()
        .filter(|(_, n)| **n == 12)
        .map(|(r, _)| *r)
        .collect();
    assert_eq!(composite, (18..=60).collect::<Vec<u32>>());
    assert_eq!(per_row.values().filter(|n| **n == 1).count(), 126);
    assert_eq!(plan.columns.len(), 724);
}

#[test]
fn parents_stand_before_children_and_paths_are_unique() {
    let plan = plan();
    let paths: BTreeSet<_> = plan.columns.iter().map(|column| &column.path).collect();
    assert_eq!(paths.len(), plan.columns.len());
    for (index, (column, parent)) in plan.columns.iter().zip(plan.parents()).enumerate() {
        assert_eq!(usize::try_from(column.position).unwrap(), index);
        match parent {
            Some(parent) => {
                assert!(parent < index);
                assert_eq!(
                    plan.columns[parent].path,
                    column.path[..column.path.len() - 1]
                );
            }
            None => assert_eq!(column.path.len(), 1),
        }
    }
    let roots: Vec<&str> = plan
        .columns
        .iter()
        .filter(|c| c.path.len() == 1)
        .map(|c| c.path[0].as_str())
        .collect();
    assert_eq!(roots.len(), 12);
    assert_eq!(roots[..3], ["走进盐边", "政务公开", "三农服务"]);
}

#[test]
fn every_duty_stands_on_a_column_of_its_own() {
    let plan = plan();
    let columns: BTreeSet<usize> = plan.duties.iter().map(|duty| duty.column).collect();
    assert_eq!(columns.len(), plan.duties.len());
}

#[test]
fn an_organisation_page_has_twelve_parts_and_no_duty_of_its_own() {
    let plan = plan();
    let page = ["政务公开", "组织机构", "乡镇", "国胜乡"];
    assert!(
        plan.columns
            .iter()
            .any(|c| c.path == page && c.kind == ColumnKind::Organisation)
    );
    assert!(
        plan.duties
            .iter()
            .all(|duty| plan.columns[duty.column].path != page)
    );
    let parts: Vec<&str> = plan
        .duties
        .iter()
        .filter(|duty| duty.row == 54)
        .map(|duty| plan.columns[duty.column].path[4].as_str())
        .collect();
    assert_eq!(
        parts.join("、"),
        "信息公开指南、信息公开目录、信息公开规定、信息公开年报、机构概况、领导信息、内设机构、\
         行政事业收费、办事指南、联系方式、法规公文、工作动态"
    );
    let about = at(
        &plan,
        &["政务公开", "组织机构", "乡镇", "国胜乡", "机构概况"],
    );
    assert_eq!(owner_names(&plan, about), ["国胜乡"]);
    assert_eq!(
        by_source(about),
        [
            (RuleSource::Annex, elapsed(Period::Months(12))),
            (
                RuleSource::Annex,
                Rule::Event {
                    triggers: vec![Trigger::Change],
                    limit: Limit::WorkingDays(1)
                }
            ),
        ]
    );
    assert_eq!(about.rules[0].source_text, "原则上1年内需要更新");
    assert_eq!(about.rules[1].source_text, "如有变化，立即更新");
    let news = at(
        &plan,
        &["政务公开", "组织机构", "乡镇", "国胜乡", "工作动态"],
    );
    assert_eq!(news.rules[0].source_text, "重要工作动态在2日内需要更新");
    assert_eq!(
        by_source(news),
        [
            (
                RuleSource::Annex,
                Rule::Event {
                    triggers: vec![Trigger::Activity],
                    limit: Limit::CalendarDays(2)
                }
            ),
            (RuleSource::Floor, elapsed(Period::Days(14))),
        ]
    );
    let documents = at(
        &plan,
        &["政务公开", "组织机构", "乡镇", "国胜乡", "法规公文"],
    );
    assert_eq!(
        by_source(documents),
        [
            (
                RuleSource::Annex,
                Rule::Event {
                    triggers: vec![Trigger::DocumentIssued],
                    limit: Limit::WorkingDays(3)
                }
            ),
            (RuleSource::Floor, elapsed(Period::Months(6))),
        ]
    );
    assert!(
        documents.rules[0]
            .conflict
            .as_ref()
            .unwrap()
            .contains("3天内")
    );
}

#[test]
fn groups_fan_out_and_departments_stand_once() {
    let plan = plan();
    assert_eq!(row(&plan, 84).owners.len(), 32);
    assert_eq!(row(&plan, 85).owners.len(), 12);
    assert_eq!(row(&plan, 124).owners.len(), 44);
    let finance = row(&plan, 100);
    assert_eq!(finance.owners.len(), 44, "县财政局 is among 县级各部门");
    assert_eq!(owner_names(&plan, finance)[0], "县财政局");
    assert_eq!(
        owner_names(&plan, row(&plan, 82)),
        ["县委宣传部", "县融媒体中心"]
    );
}

#[test]
fn several_owners_each_answer_for_events_and_share_elapsed_time() {
    let plan = plan();
    for (number, mode) in [
        (84, DutyMode::Shared),
        (87, DutyMode::Shared),
        (93, DutyMode::Each),
        (124, DutyMode::Each),
        (88, DutyMode::Shared),
        (159, DutyMode::Shared),
        (164, DutyMode::Shared),
    ] {
        assert_eq!(row(&plan, number).mode, mode, "row {number}");
    }
    let page = [
        "政务公开",
        "组织机构",
        "政府工作部门",
        "县自然资源和规划局、县林业局",
    ];
    let part = |name| at(&plan, &[page[0], page[1], page[2], page[3], name]);
    assert_eq!(part("机构概况").owners.len(), 2);
    assert_eq!(part("机构概况").mode, DutyMode::Shared);
    assert_eq!(part("法规公文").mode, DutyMode::Each);
}

#[test]
fn doubts_are_exactly_what_the_table_leaves_open() {
    let plan = plan();
    let doubts: Vec<(u32, &str, DoubtKind)> = plan
        .doubts
        .iter()
        .filter(|doubt| doubt.kind != DoubtKind::RuleConflict)
        .map(|doubt| (doubt.row, doubt.cell.as_str(), doubt.kind))
        .collect();
    assert_eq!(
        doubts,
        [
            (75, "备注", DoubtKind::Remark),
            (86, "责任部门", DoubtKind::External),
            (100, "责任部门", DoubtKind::RepeatedOwner),
            (118, "责任部门", DoubtKind::AliasUsed),
            (118, "备注", DoubtKind::Remark),
            (121, "责任部门", DoubtKind::UnknownDepartment),
            (121, "备注", DoubtKind::Remark),
            (148, "备注", DoubtKind::Remark),
            (159, "责任部门", DoubtKind::BracketedOwner),
            (166, "更新要求", DoubtKind::NoRequirement),
            (166, "备注", DoubtKind::Remark),
            (167, "更新要求", DoubtKind::NoRequirement),
            (167, "责任部门", DoubtKind::NoOwner),
            (167, "备注", DoubtKind::Remark),
            (169, "更新要求", DoubtKind::NoRequirement),
            (169, "备注", DoubtKind::Remark),
        ]
    );
    let conflicts: Vec<u32> = plan
        .doubts
        .iter()
        .filter(|doubt| doubt.kind == DoubtKind::RuleConflict)
        .map(|doubt| doubt.row)
        .collect();
    assert_eq!(conflicts, (18..=60).chain(88..=93).collect::<Vec<u32>>());
}

#[test]
fn doubtful_rows_are_kept_with_what_they_say() {
    let plan = plan();
    let alias = row(&plan, 118);
    assert_eq!(owner_names(&plan, alias), ["县发展和改革局"]);
    let unknown = row(&plan, 121);
    assert!(unknown.owners.is_empty());
    assert_eq!(unknown.owner_text, "县自然资源规划和林业局");
    assert!(unknown.remark.contains("不一致"));
    let bracketed = row(&plan, 159);
    assert_eq!(
        owner_names(&plan, bracketed),
        ["县融媒体中心", "县委宣传部"]
    );
    let external = row(&plan, 86);
    assert!(external.owners.is_empty());
    assert_eq!(by_source(external), [(RuleSource::Annex, Rule::External)]);
    for number in [166, 167, 169] {
        assert!(row(&plan, number).rules.is_empty(), "row {number}");
    }
    assert_eq!(owner_names(&plan, row(&plan, 166)), ["县政府办公室"]);
    assert!(row(&plan, 167).owners.is_empty());
}

#[test]
fn event_rules_alone_get_the_yearly_least_and_others_do_not() {
    let plan = plan();
    let yearly = |number| {
        row(&plan, number)
            .rules
            .iter()
            .any(|r| r.source == RuleSource::Yearly)
    };
    for number in [1, 17, 61, 72, 73, 94, 96, 109, 124] {
        assert!(yearly(number), "row {number}");
    }
    // Floors ask for more; letters have their own clock; elapsed time is one already.
    for number in [
        75, 82, 86, 88, 95, 103, 111, 123, 125, 157, 159, 164, 166, 168,
    ] {
        assert!(!yearly(number), "row {number}");
    }
}

#[test]
fn floors_follow_the_kind_of_the_column() {
    let plan = plan();
    for (number, kind, floor) in [
        (82, ColumnKind::News, Some(Period::Days(14))),
        (111, ColumnKind::News, Some(Period::Days(14))),
        (87, ColumnKind::Notice, Some(Period::Months(6))),
        (93, ColumnKind::Policy, Some(Period::Months(6))),
        (123, ColumnKind::Policy, Some(Period::Months(6))),
        (127, ColumnKind::Policy, Some(Period::Months(6))),
        (142, ColumnKind::Policy, Some(Period::Months(6))),
        (145, ColumnKind::Policy, Some(Period::Months(6))),
        (103, ColumnKind::Personnel, Some(Period::Months(12))),
        (95, ColumnKind::Planning, Some(Period::Months(12))),
        (1, ColumnKind::Overview, None),
        (17, ColumnKind::Overview, None),
        (61, ColumnKind::Leaders, None),
        (75, ColumnKind::Interaction, None),
        (157, ColumnKind::Interaction, None),
        (164, ColumnKind::Topic, None),
        (106, ColumnKind::Other, None),
        (147, ColumnKind::Other, None),
    ] {
        let duty = row(&plan, number);
        assert_eq!(plan.columns[duty.column].kind, kind, "row {number}");
        let rule = duty
            .rules
            .iter()
            .find(|applied| applied.source == RuleSource::Floor);
        assert_eq!(
            rule.map(|r| r.rule.clone()),
            floor.map(elapsed),
            "row {number}"
        );
    }
    let mut kinds: BTreeMap<ColumnKind, usize> = BTreeMap::new();
    for duty in &plan.duties {
        *kinds.entry(plan.columns[duty.column].kind).or_default() += 1;
    }
    assert_eq!(kinds[&ColumnKind::News], 43 + 6);
    assert_eq!(kinds[&ColumnKind::Policy], 43 + 6 + 4);
    assert_eq!(kinds[&ColumnKind::Organisation], 430);
}

#[test]
fn every_rule_names_its_words_and_its_basis() {
    let plan = plan();
    for duty in &plan.duties {
        for applied in &duty.rules {
            assert!(!applied.source_text.is_empty() && !applied.basis.is_empty());
            if applied.source == RuleSource::Annex {
                let place = format!("2022年7月26日通知附件2第{}行", duty.row);
                assert!(applied.basis.contains(&place), "{}", applied.basis);
                let cells = [&duty.requirement, &duty.owner_text];
                assert!(cells.iter().any(|cell| cell.contains(&applied.source_text)));
            }
        }
    }
}

#[test]
fn a_gb18030_file_and_one_with_a_byte_order_mark_give_the_same_plan() {
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let marked = |text: &str| format!("\u{FEFF}{text}").into_bytes();
    let parameters = Parameters::default();
    for encode in [&gb as &dyn Fn(&str) -> Vec<u8>, &marked] {
        let departments = read_departments(&encode(DEPARTMENTS)).unwrap();
        assert_eq!(
            read_annex(&encode(ANNEX), &departments, &parameters).unwrap(),
            plan()
        );
    }
}

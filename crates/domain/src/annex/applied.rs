//! All rules of a duty: those of its cell, the floor of its kind, the yearly least; and who must
//! act where there are several owners.

use super::options::ReadOptions;
use crate::column::ColumnKind;
use crate::parameters::{Figure, Parameters};
use crate::rule::{AppliedRule, DutyMode, Period, ReadRule, Rule, RuleSource, Trigger};

const BODY: &str = "盐边县人民政府办公室2022年7月26日通知正文第二部分";

/// The rules of a duty in a column of this kind, the cell's first.
///
/// Floors are added also where the cell asks for as much or more, so that every source is shown;
/// the strictest wins when the duty is judged. A column kept from outside the county has no floor,
/// and one that is only answered by letter has no yearly least: nobody here could keep it.
pub(super) fn applied_rules(
    row: u32,
    kind: ColumnKind,
    read: &[ReadRule],
    options: &ReadOptions,
    parameters: &Parameters,
) -> Vec<AppliedRule> {
    let mut rules: Vec<AppliedRule> = read
        .iter()
        .map(|read| AppliedRule {
            source_text: read.source_text.clone(),
            basis: annex_basis(row, &read.rule, options),
            conflict: read.conflict.clone(),
            figure: read.figure,
            ..AppliedRule::of(read.rule.clone(), RuleSource::Annex)
        })
        .collect();
    if rules.iter().any(|applied| applied.rule == Rule::External) {
        return rules;
    }
    rules.extend(floor(kind, &rules, parameters));
    rules.extend(yearly_least(&rules, parameters));
    rules
}

/// Once a year at the least, where a column has event rules and nothing else.
pub(crate) fn yearly_least(rules: &[AppliedRule], parameters: &Parameters) -> Option<AppliedRule> {
    let only_events = rules
        .iter()
        .all(|applied| matches!(applied.rule, Rule::Event { .. }));
    let rule = Rule::Elapsed {
        period: parameters.yearly,
    };
    (only_events && !rules.is_empty()).then(|| AppliedRule {
        source_text: "已开设的栏目要定期检查栏目更新情况".to_owned(),
        basis: format!("{BODY}；周期由协调人设定，每年至少更新一次或者核对无变化一次"),
        figure: Some(Figure::Yearly),
        ..AppliedRule::of(rule, RuleSource::Yearly)
    })
}

/// Who must act: each owner where the cell has event rules only (部门文件: every department's own
/// documents), else any of them (部门动态: one column that must not grow stale). Floors and the
/// yearly least do not change that. A single owner: shared.
pub(super) fn duty_mode(owners: usize, rules: &[AppliedRule]) -> DutyMode {
    let mut annex = rules
        .iter()
        .filter(|applied| applied.source == RuleSource::Annex)
        .peekable();
    let only_events =
        annex.peek().is_some() && annex.all(|applied| matches!(applied.rule, Rule::Event { .. }));
    if owners > 1 && only_events {
        DutyMode::Each
    } else {
        DutyMode::Shared
    }
}

fn floor(kind: ColumnKind, annex: &[AppliedRule], parameters: &Parameters) -> Option<AppliedRule> {
    const OFFICE: &str = "；国办秘函〔2019〕19号";
    let (figure, words, further) = match kind {
        ColumnKind::News => (
            Figure::FloorNews,
            "各动态、要闻类栏目信息必须在2周内更新",
            OFFICE,
        ),
        ColumnKind::Notice => (
            Figure::FloorNotice,
            "通知公告、政策文件类栏目信息必须在6个月内更新",
            OFFICE,
        ),
        ColumnKind::Policy => (
            Figure::FloorPolicy,
            "通知公告、政策文件类栏目信息必须在6个月内更新",
            OFFICE,
        ),
        ColumnKind::Personnel => (
            Figure::FloorPersonnel,
            "人事、规划计划类栏目信息必须在1年内更新",
            "",
        ),
        ColumnKind::Planning => (
            Figure::FloorPlanning,
            "人事、规划计划类栏目信息必须在1年内更新",
            "",
        ),
        ColumnKind::Overview
        | ColumnKind::Organisation
        | ColumnKind::Leaders
        | ColumnKind::Interaction
        | ColumnKind::Topic
        | ColumnKind::Other => return None,
    };
    let period = parameters.period(figure)?;
    let laxer = annex.iter().find(|applied| match applied.rule {
        Rule::Elapsed { period: asked } => longest_days(asked) > longest_days(period),
        _ => false,
    });
    Some(AppliedRule {
        source_text: words.to_owned(),
        basis: format!("{BODY}{further}"),
        conflict: laxer.map(|laxer| {
            format!(
                "分工表写“{}”，通知正文写“{words}”，两处不一致；从严按{}执行，分工表原文保留",
                laxer.source_text,
                period.label()
            )
        }),
        figure: Some(figure),
        ..AppliedRule::of(Rule::Elapsed { period }, RuleSource::Floor)
    })
}

/// For comparing only: a month as 31 days.
fn longest_days(period: Period) -> u32 {
    match period {
        Period::Days(days) => u32::from(days),
        Period::Months(months) => u32::from(months) * 31,
    }
}

fn annex_basis(row: u32, rule: &Rule, options: &ReadOptions) -> String {
    let further = match rule {
        Rule::Event { triggers, .. } if triggers.contains(&Trigger::DocumentIssued) => {
            "；通知正文第二部分；《政府信息公开条例》第二十六条"
        }
        Rule::Event { triggers, .. } if *triggers == [Trigger::Change] => "；通知正文第二部分",
        Rule::Reply => "；《信访工作条例》第二十二条、第二十三条、第三十四条",
        _ => "",
    };
    format!("{}第{row}行{further}", options.table)
}

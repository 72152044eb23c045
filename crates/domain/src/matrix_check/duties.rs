//! What duties and columns leave open.

use std::collections::{HashMap, HashSet};

use super::{Gap, GapKind};
use crate::annex::{Doubt, DoubtKind};
use crate::rule::{AppliedRule, Rule, RuleSource};

/// A duty on an open column, as it stands today.
#[derive(Clone, Copy, Debug)]
pub struct CheckedDuty<'a> {
    /// Its id.
    pub id: i64,
    /// 序号 in the table; the parts of a composite row share it.
    pub row: i32,
    /// The names of the column from the root down.
    pub column_path: &'a [String],
    /// 更新要求 as it stands.
    pub requirement: &'a str,
    /// 责任部门 as it stands.
    pub owner_text: &'a str,
    /// Who answers today.
    pub owners: &'a [i64],
    /// Whether a coordinator named the owners after the table: then what the cell says is settled.
    pub owners_named: bool,
    /// The rules of today.
    pub rules: &'a [AppliedRule],
    /// What was found when the table was read.
    pub doubts: &'a [Doubt],
}

impl CheckedDuty<'_> {
    fn is_external(&self) -> bool {
        self.rules
            .iter()
            .any(|applied| applied.rule == Rule::External)
    }

    fn gap(&self, kind: GapKind, text: &str, message: impl Into<String>) -> Gap {
        Gap {
            kind,
            row: Some(self.row),
            column_path: self.column_path.to_vec(),
            duty_id: Some(self.id),
            department_id: None,
            text: text.to_owned(),
            message: message.into(),
        }
    }
}

/// What the duties leave open, in their order. What concerns a cell is told once, however many
/// parts its row has.
#[must_use]
pub fn check_duties(duties: &[CheckedDuty<'_>]) -> Vec<Gap> {
    let above: HashMap<&[String], &CheckedDuty<'_>> =
        duties.iter().map(|duty| (duty.column_path, duty)).collect();
    let mut told = HashSet::new();
    let mut gaps = Vec::new();
    for duty in duties {
        if !duty.is_external() {
            gaps.extend(no_owner(duty));
            gaps.extend(no_rule(duty));
        }
        for gap in cell_doubts(duty).chain(rule_conflicts(duty)) {
            if told.insert((gap.row, gap.kind, gap.message.clone())) {
                gaps.push(gap);
            }
        }
        gaps.extend(other_owner_above(duty, &above));
    }
    gaps
}

fn no_owner(duty: &CheckedDuty<'_>) -> Option<Gap> {
    duty.owners.is_empty().then(|| {
        duty.gap(
            GapKind::NoOwner,
            duty.owner_text,
            "没有责任部门，请指定责任部门。",
        )
    })
}

/// A floor of the notice or the yearly least is no answer to when *this* column is due.
fn no_rule(duty: &CheckedDuty<'_>) -> Option<Gap> {
    let says = |applied: &AppliedRule| match applied.source {
        RuleSource::Annex | RuleSource::Coordinator => true,
        RuleSource::Floor | RuleSource::Yearly => false,
    };
    if duty.rules.iter().any(says) {
        return None;
    }
    let message = if duty.requirement.is_empty() {
        "没有更新要求，请设定更新要求。".to_owned()
    } else {
        format!("“{}”无法识别为更新规则，请设定更新要求。", duty.requirement)
    };
    Some(duty.gap(GapKind::NoRule, duty.requirement, message))
}

fn cell_doubts<'a>(duty: &'a CheckedDuty<'a>) -> impl Iterator<Item = Gap> + 'a {
    duty.doubts
        .iter()
        // What was said of a cell that was written anew since is settled.
        .filter(|doubt| !duty.owners_named && doubt.text == duty.owner_text)
        .filter_map(|doubt| {
            let kind = match doubt.kind {
                DoubtKind::UnknownDepartment | DoubtKind::AliasUsed | DoubtKind::BracketedOwner => {
                    GapKind::NameConflict
                }
                DoubtKind::RepeatedOwner => GapKind::OwnerOverlap,
                DoubtKind::UnreadRequirement
                | DoubtKind::NoRequirement
                | DoubtKind::NoOwner
                | DoubtKind::Remark
                | DoubtKind::RuleConflict
                | DoubtKind::External => return None,
            };
            Some(duty.gap(kind, &doubt.text, format!("{}。", doubt.message)))
        })
}

fn rule_conflicts<'a>(duty: &'a CheckedDuty<'a>) -> impl Iterator<Item = Gap> + 'a {
    let conflicts = duty
        .rules
        .iter()
        .filter_map(|applied| applied.conflict.as_deref());
    conflicts.map(|conflict| duty.gap(GapKind::RuleConflict, duty.requirement, conflict))
}

/// A column above that has a duty of its own: who of both answers for what is not clear.
fn other_owner_above(
    duty: &CheckedDuty<'_>,
    above: &HashMap<&[String], &CheckedDuty<'_>>,
) -> Option<Gap> {
    let upper = (1..duty.column_path.len())
        .rev()
        .find_map(|depth| above.get(&duty.column_path[..depth]))?;
    let own: HashSet<i64> = duty.owners.iter().copied().collect();
    let theirs: HashSet<i64> = upper.owners.iter().copied().collect();
    if own.is_empty() || theirs.is_empty() || own == theirs {
        return None;
    }
    let message = format!(
        "上级栏目“{}”另有责任部门，请明确各自负责的内容。",
        upper.column_path.join(" / ")
    );
    Some(duty.gap(GapKind::OwnerOverlap, duty.owner_text, message))
}

/// A column that has a duty.
#[derive(Clone, Copy, Debug)]
pub struct CheckedColumn<'a> {
    /// A duty on it.
    pub duty: &'a CheckedDuty<'a>,
    /// Where on the website it stands, where known.
    pub address: Option<&'a str>,
}

/// The columns of which nobody wrote down where they stand; each once, at its first duty.
#[must_use]
pub fn check_columns(columns: &[CheckedColumn<'_>]) -> Vec<Gap> {
    let mut told: HashSet<&[String]> = HashSet::new();
    columns
        .iter()
        .filter(|column| column.address.is_none_or(str::is_empty))
        .filter(|column| told.insert(column.duty.column_path))
        .map(|column| {
            let message = "没有登记栏目地址，请补录。";
            column.duty.gap(GapKind::NoAddress, "", message)
        })
        .collect()
}

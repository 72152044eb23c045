//! What a table becomes: columns, duties, owners.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Doubt;
use crate::column::ColumnKind;
use crate::rule::{AppliedRule, DutyMode};

/// A department as the file names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDepartment {
    /// 部门.
    pub name: String,
    /// 类别.
    pub kind: String,
    /// 所属集合, e.g. 县级各部门; empty where none.
    pub groups: Vec<String>,
    /// 别名.
    pub aliases: Vec<String>,
}

/// A node of the column tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedColumn {
    /// The names from the root down, e.g. 政务公开 / 法规公文 / 部门文件. Unique in a plan.
    pub path: Vec<String>,
    /// What it is for.
    pub kind: ColumnKind,
    /// Order in the file.
    pub position: i32,
}

/// A duty: one column, its owners, its rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDuty {
    /// 序号 of the row it was read from.
    pub row: u32,
    /// Index into [`SitePlan::columns`].
    pub column: usize,
    /// 更新要求 as it stands.
    pub requirement: String,
    /// 责任部门 as it stands.
    pub owner_text: String,
    /// Indices into [`SitePlan::departments`], groups fanned out, aliases resolved, no duplicates.
    pub owners: Vec<usize>,
    /// Who must act where there are several owners.
    pub mode: DutyMode,
    /// All rules that apply: those of the text, the floor of the kind, the yearly least.
    pub rules: Vec<AppliedRule>,
    /// 备注 as it stands.
    pub remark: String,
}

/// What a table becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SitePlan {
    /// Departments, in file order.
    pub departments: Vec<PlannedDepartment>,
    /// The column tree, parents before children.
    pub columns: Vec<PlannedColumn>,
    /// Duties, in file order; composite rows split into their sub-columns.
    pub duties: Vec<PlannedDuty>,
    /// Everything worth a look.
    pub doubts: Vec<Doubt>,
}

impl SitePlan {
    /// For each column the index of the one above it, always a smaller one; `None` at the root.
    #[must_use]
    pub fn parents(&self) -> Vec<Option<usize>> {
        let places: HashMap<&[String], usize> = self
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| (column.path.as_slice(), index))
            .collect();
        self.columns
            .iter()
            .map(|column| {
                let (_, above) = column.path.split_last()?;
                places.get(above).copied()
            })
            .collect()
    }
}

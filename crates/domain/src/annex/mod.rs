//! The responsibility table (Annex 2) and the list of departments, as files, become a plan of a
//! site: columns, duties, owners, doubts. Nothing is dropped: what cannot be read is reported with
//! row and cell.

use serde::{Deserialize, Serialize};

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

/// What kind of doubt a cell raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DoubtKind {
    /// 更新要求 could not be read as a rule.
    UnreadRequirement,
    /// 更新要求 is empty.
    NoRequirement,
    /// 责任部门 is empty or 无.
    NoOwner,
    /// A name in 责任部门 is neither a department nor a group nor an alias.
    UnknownDepartment,
    /// A name was resolved through an alias.
    AliasUsed,
    /// The table itself carries a remark.
    Remark,
    /// Two sources differ on the same rule.
    RuleConflict,
    /// The column is kept from outside the county.
    External,
}

/// A cell that somebody should look at. The row is kept all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Doubt {
    /// 序号 of the row.
    pub row: u32,
    /// Heading of the cell, e.g. 更新要求.
    pub cell: String,
    /// What kind.
    pub kind: DoubtKind,
    /// The text of the cell.
    pub text: String,
    /// What to do about it, in Chinese.
    pub message: String,
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

/// Why a file was refused as a whole. Nothing of it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileProblem {
    /// Line of the file, 1 being the head; `None` where it concerns the whole file.
    pub line: Option<u32>,
    /// Heading of the cell, empty where it concerns the whole line.
    pub cell: String,
    /// What is wrong and how to mend it, in Chinese.
    pub message: String,
}

//! Cells that somebody should look at.

use serde::{Deserialize, Serialize};

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
    /// A department stands in brackets behind another one and was read as an owner of its own.
    BracketedOwner,
    /// A department stands twice: by itself and in a group, or by two names.
    RepeatedOwner,
    /// The table itself carries a remark.
    Remark,
    /// Two sources differ on the same rule.
    RuleConflict,
    /// The column is kept from outside the county.
    External,
}

impl DoubtKind {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::UnreadRequirement => "更新要求无法识别",
            Self::NoRequirement => "无更新要求",
            Self::NoOwner => "无责任部门",
            Self::UnknownDepartment => "部门不在名单",
            Self::AliasUsed => "按别名对应",
            Self::BracketedOwner => "括号内部门",
            Self::RepeatedOwner => "部门重复列出",
            Self::Remark => "原表备注",
            Self::RuleConflict => "要求不一致",
            Self::External => "县外更新",
        }
    }
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

//! 责任表核查: what the responsibility table leaves open today, and where that can be mended.

mod duties;
mod staff;

use serde::{Deserialize, Serialize};

pub use duties::{CheckedColumn, CheckedDuty, check_columns, check_duties};
pub use staff::{CheckedDepartment, check_departments};

/// What kind of gap it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum GapKind {
    /// Nobody answers for a column.
    NoOwner,
    /// Neither the table nor a coordinator says when a column is due.
    NoRule,
    /// A name that is in no list, goes by another name, or stands in brackets.
    NameConflict,
    /// Two sources differ on the same rule.
    RuleConflict,
    /// A department stands twice for a column, or the column above it belongs to others.
    OwnerOverlap,
    /// A department that answers for columns cannot carry an item through three reviews.
    NoStaff,
    /// Nobody wrote down where on the website the column stands.
    NoAddress,
}

impl GapKind {
    /// All of them, the gravest first.
    pub const ALL: [Self; 7] = [
        Self::NoOwner,
        Self::NoRule,
        Self::NameConflict,
        Self::RuleConflict,
        Self::OwnerOverlap,
        Self::NoStaff,
        Self::NoAddress,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::NoOwner => "无责任部门",
            Self::NoRule => "无更新要求",
            Self::NameConflict => "部门名称不一致",
            Self::RuleConflict => "更新要求不一致",
            Self::OwnerOverlap => "责任重叠",
            Self::NoStaff => "部门缺人",
            Self::NoAddress => "缺栏目地址",
        }
    }

    /// The key in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoOwner => "no_owner",
            Self::NoRule => "no_rule",
            Self::NameConflict => "name_conflict",
            Self::RuleConflict => "rule_conflict",
            Self::OwnerOverlap => "owner_overlap",
            Self::NoStaff => "no_staff",
            Self::NoAddress => "no_address",
        }
    }
}

/// Something that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// 序号 in the table; `None` for departments.
    pub row: Option<i32>,
    /// The names of the column from the root down; empty for departments.
    pub column_path: Vec<String>,
    /// The duty at which it is mended.
    pub duty_id: Option<i64>,
    /// The department whose people are missing.
    pub department_id: Option<i64>,
    /// What stands there now: the text of the cell, or the name of the department.
    pub text: String,
    /// What is to be done, in Chinese.
    pub message: String,
}

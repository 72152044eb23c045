//! What a new version of the responsibility matrix changes: typed operations, in the order in
//! which they are done.

#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use crate::column::ColumnKind;
use crate::rule::{DutyMode, Rule};

pub use words::{Names, in_words};

/// Changes of one version at most.
pub const CHANGES_MAX: usize = 500;
/// Characters of the name of a column at most, as in the table.
pub const COLUMN_NAME_MAX: usize = 60;
/// Characters of the name of a department at most.
pub const DEPARTMENT_NAME_MAX: usize = 60;
/// Characters of the name of a group at most.
pub const GROUP_NAME_MAX: usize = 60;

/// A column: one that there is, or one that an earlier change of the list adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ColumnRef {
    /// The id of a column.
    Id(i64),
    /// The key of the change that adds it.
    New(u32),
}

/// A department: one that there is, or one that an earlier change of the list adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DepartmentRef {
    /// The id of a department.
    Id(i64),
    /// The key of the change that adds it.
    New(u32),
}

/// A group: one that there is, or one that an earlier change of the list adds. One that there is
/// stands as its bare id, as drafts from before groups could be added have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum GroupRef {
    /// The id of a group.
    Id(i64),
    /// One that is new.
    New {
        /// The key of the change that adds it.
        new: u32,
    },
}

/// Who answers for a duty: departments one by one, and groups as they are on the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Owners {
    /// Groups; their members at any time answer.
    #[serde(default)]
    pub groups: Vec<GroupRef>,
    /// Departments, in the order of the cell.
    #[serde(default)]
    pub departments: Vec<DepartmentRef>,
}

impl Owners {
    /// Whether nobody answers.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.departments.is_empty()
    }
}

/// What is asked of a column that is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewDuty {
    /// 更新要求 as the table has it; read into rules.
    #[serde(default)]
    pub requirement: String,
    /// 责任部门.
    #[serde(default)]
    pub owners: Owners,
    /// Who must act; `None`: as the table is read.
    #[serde(default)]
    pub mode: Option<DutyMode>,
    /// 备注.
    #[serde(default)]
    pub remark: String,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MatrixChange {
    /// 新增栏目.
    AddColumn {
        /// The column above it; `None` for one of the first level.
        #[serde(default)]
        parent: Option<ColumnRef>,
        /// Its name.
        name: String,
        /// What it is for; `None`: by its name.
        #[serde(default)]
        column_kind: Option<ColumnKind>,
        /// What is asked of it; `None` for a level that only holds others.
        #[serde(default)]
        duty: Option<NewDuty>,
    },
    /// 栏目更名.
    RenameColumn {
        /// The column.
        column: ColumnRef,
        /// The new name.
        name: String,
    },
    /// 移动栏目.
    MoveColumn {
        /// The column; those below it go with it.
        column: ColumnRef,
        /// The column above it then; `None` for the first level.
        #[serde(default)]
        parent: Option<ColumnRef>,
        /// The column under the same parent after which it stands; `None`: at the end.
        #[serde(default)]
        after: Option<ColumnRef>,
    },
    /// 关闭栏目.
    CloseColumn {
        /// The column.
        column: ColumnRef,
    },
    /// 恢复栏目.
    ReopenColumn {
        /// The column.
        column: ColumnRef,
    },
    /// 合并栏目: the duties of the first end; what was published stays where it is.
    MergeColumns {
        /// The column that ends.
        from: ColumnRef,
        /// The column into which it goes.
        into: ColumnRef,
    },
    /// 调整更新要求.
    SetRequirement {
        /// The column.
        column: ColumnRef,
        /// The requirement in words; empty: nothing is asked.
        requirement: String,
        /// The rules; `None`: read from the words.
        #[serde(default)]
        rules: Option<Vec<Rule>>,
    },
    /// 调整责任部门.
    SetOwners {
        /// The column.
        column: ColumnRef,
        /// Who answers; empty: nobody.
        owners: Owners,
    },
    /// 调整责任方式.
    SetMode {
        /// The column.
        column: ColumnRef,
        /// Who must act.
        mode: DutyMode,
    },
    /// 调整备注.
    SetRemark {
        /// The column; where a row of the table has several, all of them.
        column: ColumnRef,
        /// The remark; empty: none.
        remark: String,
    },
    /// 新设部门.
    AddDepartment {
        /// Its name.
        name: String,
        /// 类别, e.g. 政府工作部门.
        department_kind: String,
        /// The groups to which it belongs.
        #[serde(default)]
        groups: Vec<GroupRef>,
    },
    /// 部门更名: the old name stays as another name.
    RenameDepartment {
        /// The department.
        department: DepartmentRef,
        /// The new name.
        name: String,
    },
    /// 合并部门: duties, posts and items pass over, the old departments end.
    MergeDepartments {
        /// Those that end.
        from: Vec<DepartmentRef>,
        /// The one that goes on.
        into: DepartmentRef,
    },
    /// 拆分部门: some duties go to another department.
    SplitDepartment {
        /// The one that gives.
        from: DepartmentRef,
        /// The one that takes.
        into: DepartmentRef,
        /// The columns whose duties pass over.
        columns: Vec<ColumnRef>,
    },
    /// 调整部门分组: duties of the group follow.
    SetGroup {
        /// The group.
        group: GroupRef,
        /// Its members then.
        departments: Vec<DepartmentRef>,
    },
    /// 新设部门分组: cells that name it already follow.
    AddGroup {
        /// Its name.
        name: String,
        /// Its members.
        departments: Vec<DepartmentRef>,
    },
    /// 部门分组更名: cells that name it say the new name; the old one is still understood.
    RenameGroup {
        /// The group.
        group: GroupRef,
        /// The new name.
        name: String,
    },
    /// 取消部门分组: only one that no row names any more.
    EndGroup {
        /// The group.
        group: GroupRef,
    },
}

/// A change in a list, with the key by which later ones refer to what it adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyedChange {
    /// Once in the list; stays when others go.
    pub key: u32,
    /// The change.
    pub change: MatrixChange,
}

impl MatrixChange {
    /// The name of the kind in the interface.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::AddColumn { .. } => "新增栏目",
            Self::RenameColumn { .. } => "栏目更名",
            Self::MoveColumn { .. } => "移动栏目",
            Self::CloseColumn { .. } => "关闭栏目",
            Self::ReopenColumn { .. } => "恢复栏目",
            Self::MergeColumns { .. } => "合并栏目",
            Self::SetRequirement { .. } => "调整更新要求",
            Self::SetOwners { .. } => "调整责任部门",
            Self::SetMode { .. } => "调整责任方式",
            Self::AddDepartment { .. } => "新设部门",
            Self::RenameDepartment { .. } => "部门更名",
            Self::MergeDepartments { .. } => "合并部门",
            Self::SplitDepartment { .. } => "拆分部门",
            Self::SetRemark { .. } => "调整备注",
            Self::SetGroup { .. } => "调整部门分组",
            Self::AddGroup { .. } => "新设部门分组",
            Self::RenameGroup { .. } => "部门分组更名",
            Self::EndGroup { .. } => "取消部门分组",
        }
    }

    /// The columns that it names.
    #[must_use]
    pub fn columns(&self) -> Vec<ColumnRef> {
        match self {
            Self::AddColumn { parent, .. } => parent.iter().copied().collect(),
            Self::RenameColumn { column, .. }
            | Self::CloseColumn { column }
            | Self::ReopenColumn { column }
            | Self::SetRequirement { column, .. }
            | Self::SetOwners { column, .. }
            | Self::SetMode { column, .. }
            | Self::SetRemark { column, .. } => vec![*column],
            Self::MoveColumn {
                column,
                parent,
                after,
            } => std::iter::once(*column)
                .chain(*parent)
                .chain(*after)
                .collect(),
            Self::MergeColumns { from, into } => vec![*from, *into],
            Self::SplitDepartment { columns, .. } => columns.clone(),
            Self::AddDepartment { .. }
            | Self::RenameDepartment { .. }
            | Self::MergeDepartments { .. }
            | Self::SetGroup { .. }
            | Self::AddGroup { .. }
            | Self::RenameGroup { .. }
            | Self::EndGroup { .. } => Vec::new(),
        }
    }

    /// The departments that it names.
    #[must_use]
    pub fn departments(&self) -> Vec<DepartmentRef> {
        match self {
            Self::AddColumn {
                duty: Some(NewDuty { owners, .. }),
                ..
            }
            | Self::SetOwners { owners, .. } => owners.departments.clone(),
            Self::RenameDepartment { department, .. } => vec![*department],
            Self::MergeDepartments { from, into } => from.iter().copied().chain([*into]).collect(),
            Self::SplitDepartment { from, into, .. } => vec![*from, *into],
            Self::SetGroup { departments, .. } | Self::AddGroup { departments, .. } => {
                departments.clone()
            }
            _ => Vec::new(),
        }
    }

    /// The groups that it names.
    #[must_use]
    pub fn groups(&self) -> Vec<GroupRef> {
        match self {
            Self::AddColumn {
                duty: Some(NewDuty { owners, .. }),
                ..
            }
            | Self::SetOwners { owners, .. } => owners.groups.clone(),
            Self::AddDepartment { groups, .. } => groups.clone(),
            Self::SetGroup { group, .. }
            | Self::RenameGroup { group, .. }
            | Self::EndGroup { group } => vec![*group],
            _ => Vec::new(),
        }
    }
}

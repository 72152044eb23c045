//! The kinds of change, each as one with nothing filled in; and ids as the fields have them.

use lanmu_domain::matrix_change::{
    ColumnRef, DepartmentRef, GroupRef, MatrixChange, NewDuty, Owners,
};
use lanmu_domain::rule::DutyMode;

const NO_COLUMN: ColumnRef = ColumnRef::Id(0);
const NO_DEPARTMENT: DepartmentRef = DepartmentRef::Id(0);
const NO_GROUP: GroupRef = GroupRef::Id(0);

/// Every kind, in the order in which they are offered.
#[must_use]
pub fn blanks() -> Vec<MatrixChange> {
    let (column, department) = (NO_COLUMN, NO_DEPARTMENT);
    vec![
        MatrixChange::AddColumn {
            parent: None,
            name: String::new(),
            column_kind: None,
            duty: Some(NewDuty {
                requirement: String::new(),
                owners: Owners::default(),
                mode: None,
                remark: String::new(),
            }),
        },
        MatrixChange::RenameColumn {
            column,
            name: String::new(),
        },
        MatrixChange::MoveColumn {
            column,
            parent: None,
            after: None,
        },
        MatrixChange::CloseColumn { column },
        MatrixChange::ReopenColumn { column },
        MatrixChange::MergeColumns {
            from: column,
            into: column,
        },
        MatrixChange::SetRequirement {
            column,
            requirement: String::new(),
            rules: None,
        },
        MatrixChange::SetOwners {
            column,
            owners: Owners::default(),
        },
        MatrixChange::SetMode {
            column,
            mode: DutyMode::Shared,
        },
        MatrixChange::SetRemark {
            column,
            remark: String::new(),
        },
        MatrixChange::AddDepartment {
            name: String::new(),
            department_kind: "政府工作部门".to_owned(),
            groups: Vec::new(),
        },
        MatrixChange::RenameDepartment {
            department,
            name: String::new(),
        },
        MatrixChange::MergeDepartments {
            from: Vec::new(),
            into: department,
        },
        MatrixChange::SplitDepartment {
            from: department,
            into: department,
            columns: Vec::new(),
        },
        MatrixChange::SetGroup {
            group: NO_GROUP,
            departments: Vec::new(),
        },
        MatrixChange::AddGroup {
            name: String::new(),
            departments: Vec::new(),
        },
        MatrixChange::RenameGroup {
            group: NO_GROUP,
            name: String::new(),
        },
        MatrixChange::EndGroup { group: NO_GROUP },
    ]
}

/// A column as fields know it: its id, or below nought the key of the change that adds it.
#[must_use]
pub fn column_id(column: ColumnRef) -> i64 {
    match column {
        ColumnRef::Id(id) => id,
        ColumnRef::New(key) => -i64::from(key),
    }
}

/// The column that fields know by this number.
#[must_use]
pub fn column_ref(id: i64) -> ColumnRef {
    u32::try_from(-id).map_or(ColumnRef::Id(id), ColumnRef::New)
}

/// A department as fields know it.
#[must_use]
pub fn department_id(department: DepartmentRef) -> i64 {
    match department {
        DepartmentRef::Id(id) => id,
        DepartmentRef::New(key) => -i64::from(key),
    }
}

/// The department that fields know by this number.
#[must_use]
pub fn department_ref(id: i64) -> DepartmentRef {
    u32::try_from(-id).map_or(DepartmentRef::Id(id), DepartmentRef::New)
}

/// A group as fields know it.
#[must_use]
pub fn group_id(group: GroupRef) -> i64 {
    match group {
        GroupRef::Id(id) => id,
        GroupRef::New { new } => -i64::from(new),
    }
}

/// The group that fields know by this number.
#[must_use]
pub fn group_ref(id: i64) -> GroupRef {
    u32::try_from(-id).map_or(GroupRef::Id(id), |new| GroupRef::New { new })
}

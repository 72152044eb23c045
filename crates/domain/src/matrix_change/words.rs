//! A change as a sentence.

use super::{ColumnRef, DepartmentRef, GroupRef, MatrixChange, Owners};

/// What things are called.
pub trait Names {
    /// The path of a column, e.g. 首页 / 新闻.
    fn column(&self, column: ColumnRef) -> String;
    /// The name of a department.
    fn department(&self, department: DepartmentRef) -> String;
    /// The name of a group.
    fn group(&self, group: GroupRef) -> String;
}

/// The change in words, without a full stop.
#[must_use]
pub fn in_words(change: &MatrixChange, names: &impl Names) -> String {
    let of_columns = |columns: &[ColumnRef]| {
        let named: Vec<String> = columns
            .iter()
            .map(|column| format!("“{}”", names.column(*column)))
            .collect();
        named.join("、")
    };
    let of_departments = |departments: &[DepartmentRef]| {
        let named: Vec<String> = departments
            .iter()
            .map(|department| names.department(*department))
            .collect();
        if named.is_empty() {
            "无".to_owned()
        } else {
            named.join("、")
        }
    };
    let under = |parent: Option<ColumnRef>| {
        parent.map_or_else(
            || "首页一级".to_owned(),
            |parent| format!("“{}”", names.column(parent)),
        )
    };
    match change {
        MatrixChange::AddColumn {
            parent, name, duty, ..
        } => {
            let place = under(*parent);
            let Some(duty) = duty else {
                return format!("在{place}下新增栏目“{name}”，只用于归类");
            };
            let asked = match duty.requirement.as_str() {
                "" => "不作更新要求".to_owned(),
                words => format!("更新要求“{words}”"),
            };
            let owners = of_owners(&duty.owners, names);
            format!("在{place}下新增栏目“{name}”，{asked}，责任部门：{owners}")
        }
        MatrixChange::RenameColumn { column, name } => {
            format!("栏目“{}”更名为“{name}”", names.column(*column))
        }
        MatrixChange::MoveColumn {
            column,
            parent,
            after,
        } => {
            let behind = after.map_or_else(String::new, |after| {
                format!("，排在“{}”之后", names.column(after))
            });
            let moved = names.column(*column);
            format!("栏目“{moved}”移到{}下{behind}", under(*parent))
        }
        MatrixChange::CloseColumn { column } => format!("关闭栏目“{}”", names.column(*column)),
        MatrixChange::ReopenColumn { column } => format!("恢复栏目“{}”", names.column(*column)),
        MatrixChange::MergeColumns { from, into } => {
            format!("栏目“{}”并入“{}”", names.column(*from), names.column(*into))
        }
        MatrixChange::SetRequirement {
            column,
            requirement,
            rules,
        } => {
            let labels = rules.iter().flatten().map(crate::rule::Rule::label);
            let words = match requirement.as_str() {
                "" => labels.collect::<Vec<_>>().join("；"),
                words => words.to_owned(),
            };
            let column = names.column(*column);
            if words.is_empty() {
                format!("栏目“{column}”不再作更新要求")
            } else {
                format!("栏目“{column}”的更新要求改为“{words}”")
            }
        }
        MatrixChange::SetOwners { column, owners } => format!(
            "栏目“{}”的责任部门改为：{}",
            names.column(*column),
            of_owners(owners, names)
        ),
        MatrixChange::SetMode { column, mode } => format!(
            "栏目“{}”的责任方式改为{}",
            names.column(*column),
            mode.label()
        ),
        MatrixChange::SetRemark { column, remark } => {
            let column = names.column(*column);
            if remark.is_empty() {
                format!("取消栏目“{column}”的备注")
            } else {
                format!("栏目“{column}”的备注改为“{remark}”")
            }
        }
        MatrixChange::AddDepartment {
            name,
            department_kind,
            ..
        } => format!("新设部门“{name}”（{department_kind}）"),
        MatrixChange::RenameDepartment { department, name } => {
            format!("部门“{}”更名为“{name}”", names.department(*department))
        }
        MatrixChange::MergeDepartments { from, into } => format!(
            "{}并入{}，责任、岗位和稿件一并转交",
            of_departments(from),
            names.department(*into)
        ),
        MatrixChange::SplitDepartment {
            from,
            into,
            columns,
        } => format!(
            "{}负责的栏目{}转由{}负责",
            names.department(*from),
            of_columns(columns),
            names.department(*into)
        ),
        MatrixChange::SetGroup { group, departments } => format!(
            "“{}”的组成部门改为：{}",
            names.group(*group),
            of_departments(departments)
        ),
        MatrixChange::AddGroup { name, departments } => format!(
            "新设部门分组“{name}”，组成部门：{}",
            of_departments(departments)
        ),
        MatrixChange::RenameGroup { group, name } => {
            format!("部门分组“{}”更名为“{name}”", names.group(*group))
        }
        MatrixChange::EndGroup { group } => format!("取消部门分组“{}”", names.group(*group)),
    }
}

fn of_owners(owners: &Owners, names: &impl Names) -> String {
    let groups = owners.groups.iter().map(|group| names.group(*group));
    let departments = owners.departments.iter().map(|d| names.department(*d));
    let named: Vec<String> = groups.chain(departments).collect();
    if named.is_empty() {
        "无".to_owned()
    } else {
        named.join("、")
    }
}

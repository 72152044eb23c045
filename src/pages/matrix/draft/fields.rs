//! What the dialog of a change asks for; each kind uses some of it.

use lanmu_domain::column::ColumnKind;
use lanmu_domain::matrix_change::{
    ColumnRef, DepartmentRef, GroupRef, MatrixChange, NewDuty, Owners,
};
use lanmu_domain::rule::{DutyMode, Reach, Rule, check_rules};
use leptos::prelude::*;

use super::blank::{column_id, column_ref, department_id, department_ref, group_id, group_ref};
use crate::pages::matrix::rule_fields::RuleFields;
use crate::ui::change::Fault;

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The field.
    pub field: &'static str,
    /// What to say of it.
    pub words: String,
}

impl From<Fault> for Flaw {
    fn from((field, words): Fault) -> Self {
        Self {
            field,
            words: words.to_owned(),
        }
    }
}

/// The fields.
#[derive(Clone, Copy)]
pub struct Fields {
    /// The column that changes.
    pub column: RwSignal<Option<i64>>,
    /// The column above it, after it, or into which it goes.
    pub other: RwSignal<Option<i64>>,
    /// The column after which it stands.
    pub after: RwSignal<Option<i64>>,
    /// Columns whose duties pass over.
    pub columns: RwSignal<Vec<i64>>,
    /// The department that changes.
    pub department: RwSignal<Option<i64>>,
    /// The department into which it goes.
    pub into: RwSignal<Option<i64>>,
    /// Departments.
    pub departments: RwSignal<Vec<i64>>,
    /// Groups.
    pub groups: RwSignal<Vec<i64>>,
    /// The group that changes.
    pub group: RwSignal<Option<i64>>,
    /// A name.
    pub name: RwSignal<String>,
    /// 类别 of a department.
    pub words: RwSignal<String>,
    /// 更新要求 in words.
    pub requirement: RwSignal<String>,
    /// 更新要求 as a rule.
    pub rule: RuleFields,
    /// Whether the rule holds, and not the words.
    pub by_rule: RwSignal<Option<bool>>,
    /// 备注.
    pub remark: RwSignal<String>,
    /// Who must act; empty: as the table is read.
    pub mode: RwSignal<String>,
    /// What a column is for; empty: by its name.
    pub kind: RwSignal<String>,
    /// Whether a column only holds others.
    pub holds: RwSignal<bool>,
}

impl Fields {
    fn empty() -> Self {
        Self {
            column: RwSignal::new(None),
            other: RwSignal::new(None),
            after: RwSignal::new(None),
            columns: RwSignal::new(Vec::new()),
            department: RwSignal::new(None),
            into: RwSignal::new(None),
            departments: RwSignal::new(Vec::new()),
            groups: RwSignal::new(Vec::new()),
            group: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            words: RwSignal::new(String::new()),
            requirement: RwSignal::new(String::new()),
            rule: RuleFields::new(),
            by_rule: RwSignal::new(Some(true)),
            remark: RwSignal::new(String::new()),
            mode: RwSignal::new(String::new()),
            kind: RwSignal::new(String::new()),
            holds: RwSignal::new(false),
        }
    }

    /// The fields of a change.
    #[must_use]
    pub fn of(change: &MatrixChange) -> Self {
        let mut fields = Self::empty();
        let column = |of: ColumnRef| Some(column_id(of)).filter(|id| *id != 0);
        let department = |of: DepartmentRef| Some(department_id(of)).filter(|id| *id != 0);
        let departments = |of: &[DepartmentRef]| of.iter().map(|d| department_id(*d)).collect();
        fields
            .column
            .set(change.columns().first().and_then(|first| column(*first)));
        match change {
            MatrixChange::AddColumn {
                parent,
                name,
                column_kind,
                duty,
            } => {
                fields.other.set(parent.and_then(column));
                fields.name.set(name.clone());
                fields.kind.set(key(column_kind));
                fields.holds.set(duty.is_none());
                fields.by_rule.set(Some(false));
                if let Some(duty) = duty {
                    fields.requirement.set(duty.requirement.clone());
                    fields.groups.set(group_ids(&duty.owners.groups));
                    fields
                        .departments
                        .set(departments(&duty.owners.departments));
                    fields.mode.set(key(&duty.mode));
                    fields.remark.set(duty.remark.clone());
                }
            }
            MatrixChange::RenameColumn { name, .. } => fields.name.set(name.clone()),
            MatrixChange::MoveColumn { parent, after, .. } => {
                fields.other.set(parent.and_then(column));
                fields.after.set(after.and_then(column));
            }
            MatrixChange::CloseColumn { .. } | MatrixChange::ReopenColumn { .. } => {}
            MatrixChange::MergeColumns { into, .. } => fields.other.set(column(*into)),
            MatrixChange::SetRequirement {
                requirement, rules, ..
            } => fields.ask(requirement, rules.as_deref()),
            MatrixChange::SetOwners { owners, .. } => {
                fields.groups.set(group_ids(&owners.groups));
                fields.departments.set(departments(&owners.departments));
            }
            MatrixChange::SetMode { mode, .. } => fields.mode.set(key(mode)),
            MatrixChange::SetRemark { remark, .. } => fields.remark.set(remark.clone()),
            MatrixChange::AddDepartment {
                name,
                department_kind,
                groups,
            } => {
                fields.name.set(name.clone());
                fields.words.set(department_kind.clone());
                fields.groups.set(group_ids(groups));
            }
            MatrixChange::RenameDepartment {
                department: of,
                name,
            } => {
                fields.department.set(department(*of));
                fields.name.set(name.clone());
            }
            MatrixChange::MergeDepartments { from, into } => {
                fields.departments.set(departments(from));
                fields.into.set(department(*into));
            }
            MatrixChange::SplitDepartment {
                from,
                into,
                columns,
            } => {
                fields.department.set(department(*from));
                fields.into.set(department(*into));
                let columns = columns.iter().map(|column| column_id(*column));
                fields.columns.set(columns.collect());
            }
            MatrixChange::SetGroup {
                group,
                departments: of,
            } => {
                fields.group.set(one_group(*group));
                fields.departments.set(departments(of));
            }
            MatrixChange::AddGroup {
                name,
                departments: of,
            } => {
                fields.name.set(name.clone());
                fields.departments.set(departments(of));
            }
            MatrixChange::RenameGroup { group, name } => {
                fields.group.set(one_group(*group));
                fields.name.set(name.clone());
            }
            MatrixChange::EndGroup { group } => fields.group.set(one_group(*group)),
        }
        fields
    }

    /// Fills in what is asked for: as a rule where the change has one that the form can show, and
    /// where there are no words yet.
    fn ask(&mut self, requirement: &str, rules: Option<&[Rule]>) {
        self.requirement.set(requirement.to_owned());
        let shown = rules.and_then(RuleFields::of);
        let written = shown.filter(|shown| requirement.is_empty() || shown.words() == requirement);
        if let Some(rule) = written {
            self.rule = rule;
        } else {
            self.by_rule.set(Some(requirement.is_empty()));
        }
    }

    /// 更新要求 as the table has it, and the rules where they were filled in.
    fn asked(self) -> Result<(String, Option<Vec<Rule>>), Flaw> {
        if self.by_rule.get_untracked() == Some(false) {
            return Ok((self.requirement.get_untracked().trim().to_owned(), None));
        }
        let rules = untrack(|| self.rule.rules())?;
        check_rules(Reach::Default, &rules).map_err(|words| Flaw {
            field: "rules",
            words,
        })?;
        Ok((untrack(|| self.rule.words()), Some(rules)))
    }

    /// The change of the same kind that the fields ask for.
    ///
    /// # Errors
    /// Something that must be chosen is not.
    pub fn filled(self, like: &MatrixChange) -> Result<MatrixChange, Flaw> {
        let column = || chosen(self.column, ("column", "请选择栏目。")).map(column_ref);
        let into = || chosen(self.into, ("into", "请选择部门。")).map(department_ref);
        let from = || chosen(self.department, ("department", "请选择部门。")).map(department_ref);
        let name = || self.name.get_untracked().trim().to_owned();
        let words = || self.words.get_untracked().trim().to_owned();
        let requirement = || self.requirement.get_untracked().trim().to_owned();
        let other = self.other.get_untracked().map(column_ref);
        let departments = self.departments.get_untracked().into_iter();
        let departments: Vec<DepartmentRef> = departments.map(department_ref).collect();
        let groups = self.groups.get_untracked().into_iter();
        let groups: Vec<GroupRef> = groups.map(group_ref).collect();
        let group = || chosen(self.group, ("group", "请选择部门分组。")).map(group_ref);
        let mode = of_key::<DutyMode>(&self.mode.get_untracked());
        Ok(match like {
            MatrixChange::AddColumn { .. } => MatrixChange::AddColumn {
                parent: other,
                name: name(),
                column_kind: of_key::<ColumnKind>(&self.kind.get_untracked()),
                duty: (!self.holds.get_untracked()).then(|| NewDuty {
                    requirement: requirement(),
                    owners: Owners {
                        groups,
                        departments,
                    },
                    mode,
                    remark: self.remark.get_untracked().trim().to_owned(),
                }),
            },
            MatrixChange::RenameColumn { .. } => MatrixChange::RenameColumn {
                column: column()?,
                name: name(),
            },
            MatrixChange::MoveColumn { .. } => MatrixChange::MoveColumn {
                column: column()?,
                parent: other,
                after: self.after.get_untracked().map(column_ref),
            },
            MatrixChange::CloseColumn { .. } => MatrixChange::CloseColumn { column: column()? },
            MatrixChange::ReopenColumn { .. } => MatrixChange::ReopenColumn { column: column()? },
            MatrixChange::MergeColumns { .. } => MatrixChange::MergeColumns {
                from: column()?,
                into: other.ok_or(("into", "请选择并入的栏目。"))?,
            },
            MatrixChange::SetRequirement {
                rules, requirement, ..
            } => {
                let (column, (words, given)) = (column()?, self.asked()?);
                // Rules that the form cannot show hold as long as the words stay.
                let kept = || rules.clone().filter(|_| *requirement == words);
                MatrixChange::SetRequirement {
                    column,
                    rules: given.or_else(kept),
                    requirement: words,
                }
            }
            MatrixChange::SetOwners { .. } => MatrixChange::SetOwners {
                column: column()?,
                owners: Owners {
                    groups,
                    departments,
                },
            },
            MatrixChange::SetMode { .. } => MatrixChange::SetMode {
                column: column()?,
                mode: mode.ok_or(("mode", "请选择责任方式。"))?,
            },
            MatrixChange::SetRemark { .. } => MatrixChange::SetRemark {
                column: column()?,
                remark: self.remark.get_untracked().trim().to_owned(),
            },
            MatrixChange::AddDepartment { .. } => MatrixChange::AddDepartment {
                name: name(),
                department_kind: words(),
                groups,
            },
            MatrixChange::RenameDepartment { .. } => MatrixChange::RenameDepartment {
                department: from()?,
                name: name(),
            },
            MatrixChange::MergeDepartments { .. } => MatrixChange::MergeDepartments {
                from: departments,
                into: into()?,
            },
            MatrixChange::SplitDepartment { .. } => MatrixChange::SplitDepartment {
                from: from()?,
                into: into()?,
                columns: self
                    .columns
                    .get_untracked()
                    .into_iter()
                    .map(column_ref)
                    .collect(),
            },
            MatrixChange::SetGroup { .. } => MatrixChange::SetGroup {
                group: group()?,
                departments,
            },
            MatrixChange::AddGroup { .. } => MatrixChange::AddGroup {
                name: name(),
                departments,
            },
            MatrixChange::RenameGroup { .. } => MatrixChange::RenameGroup {
                group: group()?,
                name: name(),
            },
            MatrixChange::EndGroup { .. } => MatrixChange::EndGroup { group: group()? },
        })
    }
}

fn group_ids(groups: &[GroupRef]) -> Vec<i64> {
    groups.iter().map(|group| group_id(*group)).collect()
}

fn one_group(group: GroupRef) -> Option<i64> {
    Some(group_id(group)).filter(|id| *id != 0)
}

fn chosen(field: RwSignal<Option<i64>>, fault: Fault) -> Result<i64, Fault> {
    field.get_untracked().ok_or(fault)
}

/// As JSON writes it; empty for nothing.
#[must_use]
pub fn key(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn of_key<T: serde::de::DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(key.to_owned())).ok()
}

//! Doing the changes of a version, one after the other, for one day. The same for real, on the
//! day, and to be looked at in a transaction that is rolled back (adr/0019).

mod columns;
mod departments;
mod duties;
mod free_name;
mod group_state;
mod groups;
mod pass_on;
mod place;
mod references;
mod rosters;
mod wording;

use std::collections::HashSet;

use chrono::NaiveDate;
use lanmu_api::error::ErrorCode;
use lanmu_api::matrix_draft::ChangeProblem;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::matrix_change::{KeyedChange, MatrixChange, in_words};
use lanmu_domain::text::day::long_day;

use super::names::{AddedIds, DraftNames};
use super::planned::refuse_planned;
use crate::db::{LedgerEntry, WriteTx};
use crate::error::Problem;
use crate::service::keeping::sentence;
use crate::service::post_for;
use crate::session::SignedIn;

/// The version whose changes are done.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The id of its row.
    pub version_id: i64,
    /// Why.
    pub reason: String,
    /// 文号; may be empty.
    pub document_number: String,
}

impl Head {
    /// What it rests on: the document, or else the reason.
    fn basis(&self) -> &str {
        if self.document_number.is_empty() {
            &self.reason
        } else {
            &self.document_number
        }
    }

    /// The reason with the document.
    fn cause(&self) -> String {
        if self.document_number.is_empty() {
            self.reason.clone()
        } else {
            format!("{}（{}）", sentence(&self.reason), self.document_number)
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Applied {
    /// What stands against it.
    pub problems: Vec<ChangeProblem>,
    /// What passed over, and what is to be done by hand.
    pub notes: Vec<String>,
}

/// The version at work.
struct Reform<'a> {
    write: &'a WriteTx,
    who: &'a SignedIn,
    head: &'a Head,
    /// First day of every change.
    day: NaiveDate,
    /// What it added so far.
    added: AddedIds,
    notes: Vec<String>,
}

/// Does the changes for the day of the write; goes on after one that cannot be done, so that all
/// problems are told. Who gets problems must not commit.
///
/// # Errors
/// The database does not answer.
pub(super) async fn apply(
    write: &WriteTx,
    who: &SignedIn,
    head: &Head,
    changes: &[KeyedChange],
) -> Result<Applied, Problem> {
    let mut reform = Reform {
        write,
        who,
        head,
        day: write.day(),
        added: AddedIds::default(),
        notes: Vec::new(),
    };
    let mut problems = Vec::new();
    let mut failed: HashSet<u32> = HashSet::new();
    for (number, keyed) in (1..).zip(changes) {
        let done = reform.one(keyed, changes).await;
        let Err(problem) = done else { continue };
        let told = [ErrorCode::Invalid, ErrorCode::Refused, ErrorCode::NotFound];
        if !told.contains(&problem.code()) {
            return Err(problem);
        }
        // What refers to something that could not be added is no problem of its own.
        if problem.code() != ErrorCode::NotFound || !refers(&keyed.change, &failed) {
            problems.extend(of_change(keyed.key, number, &problem));
        }
        failed.insert(keyed.key);
    }
    Ok(Applied {
        problems,
        notes: reform.notes,
    })
}

fn refers(change: &MatrixChange, failed: &HashSet<u32>) -> bool {
    use lanmu_domain::matrix_change::{ColumnRef, DepartmentRef, GroupRef};
    let column = |column: &ColumnRef| matches!(column, ColumnRef::New(key) if failed.contains(key));
    let department =
        |of: &DepartmentRef| matches!(of, DepartmentRef::New(key) if failed.contains(key));
    let group = |of: &GroupRef| matches!(of, GroupRef::New { new } if failed.contains(new));
    change.columns().iter().any(column)
        || change.departments().iter().any(department)
        || change.groups().iter().any(group)
}

fn of_change(key: u32, number: u32, problem: &Problem) -> Vec<ChangeProblem> {
    let one = |field: &str, message: &str| ChangeProblem {
        key,
        number,
        field: field.to_owned(),
        message: message.to_owned(),
    };
    if problem.fields().is_empty() {
        return vec![one("", problem.message())];
    }
    let fields = problem.fields().iter();
    fields.map(|f| one(&f.field, &f.message)).collect()
}

impl Reform<'_> {
    async fn one(&mut self, keyed: &KeyedChange, all: &[KeyedChange]) -> Result<(), Problem> {
        let (write, change) = (self.write, &keyed.change);
        refuse_planned(write, change).await?;
        let names = DraftNames::load(write.tx(), write.site_id(), all).await?;
        let names = names.knowing(&self.added);
        let words = in_words(change, &names);
        let entry = self.entry(change, &names)?;
        match change {
            MatrixChange::AddColumn {
                parent,
                name,
                column_kind,
                duty,
            } => {
                let id = self
                    .add_column(*parent, name, *column_kind, duty.as_ref())
                    .await?;
                self.added.columns.insert(keyed.key, id);
            }
            MatrixChange::RenameColumn { column, name } => self.rename(*column, name).await?,
            MatrixChange::MoveColumn {
                column,
                parent,
                after,
            } => self.move_column(*column, *parent, *after).await?,
            MatrixChange::MergeColumns { from, into } => self.merge_columns(*from, *into).await?,
            // These write their own line.
            MatrixChange::CloseColumn { column } => return self.close(*column).await,
            MatrixChange::ReopenColumn { column } => return self.reopen(*column).await,
            MatrixChange::SetRequirement {
                column,
                requirement,
                rules,
            } => {
                let rules = rules.as_deref();
                return self.set_requirement(*column, requirement, rules).await;
            }
            MatrixChange::SetOwners { column, owners } => self.set_owners(*column, owners).await?,
            MatrixChange::SetMode { column, mode } => self.set_mode(*column, *mode).await?,
            MatrixChange::SetRemark { column, remark } => self.set_remark(*column, remark).await?,
            MatrixChange::AddDepartment {
                name,
                department_kind,
                groups,
            } => {
                let id = self.add_department(name, department_kind, groups).await?;
                self.added.departments.insert(keyed.key, id);
            }
            MatrixChange::RenameDepartment { department, name } => {
                self.rename_department(*department, name).await?;
            }
            MatrixChange::MergeDepartments { from, into } => {
                self.merge_departments(from, *into).await?;
            }
            MatrixChange::SplitDepartment {
                from,
                into,
                columns,
            } => self.split_department(*from, *into, columns).await?,
            MatrixChange::SetGroup { group, departments } => {
                self.set_group(*group, departments).await?;
            }
            MatrixChange::AddGroup { name, departments } => {
                let id = self.add_group(name, departments).await?;
                self.added.groups.insert(keyed.key, id);
            }
            MatrixChange::RenameGroup { group, name } => self.rename_group(*group, name).await?,
            MatrixChange::EndGroup { group } => self.end_group(*group).await?,
        }
        let note = format!(
            "{words}，自{}起。原因：{}。",
            long_day(self.day),
            sentence(&self.head.cause())
        );
        let entry = LedgerEntry { note, ..entry };
        write.ledger(LedgerAct::MatrixChanged, entry).await
    }

    /// The line about a change, without the note; names are those before it.
    fn entry(&self, change: &MatrixChange, names: &DraftNames) -> Result<LedgerEntry, Problem> {
        use lanmu_domain::matrix_change::Names as _;
        let mut entry = LedgerEntry {
            post: post_for(&self.who.actor, None),
            subject: change.label().to_owned(),
            ..Default::default()
        };
        if let MatrixChange::SetGroup { group, .. }
        | MatrixChange::RenameGroup { group, .. }
        | MatrixChange::EndGroup { group } = change
        {
            entry.subject = names.group(*group);
        } else if let MatrixChange::AddGroup { name, .. } = change {
            entry.subject.clone_from(name);
        } else if let Some(column) = change.columns().first() {
            entry.column_path = names.column(*column);
            entry.subject = names.column_name(*column);
        } else if let Some(department) = change.departments().last() {
            entry.department_id = self.known_department(*department);
            entry.department_name = names.department(*department);
        }
        Ok(entry)
    }
}

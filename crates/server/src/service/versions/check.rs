//! Whether a draft is well formed. Whether its changes can be done is asked when it is looked at
//! and when it is put into force: a draft may rest half written.

use std::collections::HashSet;

use chrono::NaiveDate;
use lanmu_api::matrix_draft::SaveDraft;
use lanmu_domain::matrix_change::{
    CHANGES_MAX, ColumnRef, DepartmentRef, GroupRef, KeyedChange, MatrixChange,
};
use lanmu_domain::text::clean_line;

use crate::error::Problem;
use crate::service::keeping::Wrong;

/// Characters of 文号 at most.
const NUMBER_MAX: usize = 60;

/// Reason and 文号, cleaned.
///
/// # Errors
/// 422 with every field that is wrong.
pub(super) fn check(request: &SaveDraft, today: NaiveDate) -> Result<(String, String), Problem> {
    let mut wrong = Wrong::default();
    let reason = wrong.words("reason", "调整原因", &request.reason);
    let number = clean_line(&request.document_number, NUMBER_MAX).unwrap_or_else(|problem| {
        wrong.add("document_number", problem.message("文号"));
        String::new()
    });
    if let Some(day) = request.effective_from {
        wrong.check_day("effective_from", day, today);
    }
    if request.changes.len() > CHANGES_MAX {
        let message = format!("一次最多{CHANGES_MAX}项调整，请分次办理。");
        wrong.add("changes", message);
    }
    references(&request.changes, &mut wrong);
    wrong.none()?;
    Ok((reason, number.trim().to_owned()))
}

/// Keys stand once; what is referred to is added further up.
fn references(changes: &[KeyedChange], wrong: &mut Wrong) {
    let (mut keys, mut columns) = (HashSet::new(), HashSet::new());
    let (mut departments, mut groups) = (HashSet::new(), HashSet::new());
    for (number, keyed) in (1..).zip(changes) {
        let field = format!("changes.{number}");
        if !keys.insert(keyed.key) {
            wrong.add(&field, format!("第{number}项调整的编号与前面重复。"));
        }
        let known = |column: &ColumnRef| match column {
            ColumnRef::Id(_) => true,
            ColumnRef::New(key) => columns.contains(key),
        };
        let there = |department: &DepartmentRef| match department {
            DepartmentRef::Id(_) => true,
            DepartmentRef::New(key) => departments.contains(key),
        };
        let formed = |group: &GroupRef| match group {
            GroupRef::Id(_) => true,
            GroupRef::New { new } => groups.contains(new),
        };
        if !keyed.change.columns().iter().all(known) {
            let message = format!("第{number}项调整所用的新增栏目须列在它的前面。");
            wrong.add(&field, message);
        }
        if !keyed.change.departments().iter().all(there) {
            let message = format!("第{number}项调整所用的新设部门须列在它的前面。");
            wrong.add(&field, message);
        }
        if !keyed.change.groups().iter().all(formed) {
            let message = format!("第{number}项调整所用的新设部门分组须列在它的前面。");
            wrong.add(&field, message);
        }
        match keyed.change {
            MatrixChange::AddColumn { .. } => columns.insert(keyed.key),
            MatrixChange::AddDepartment { .. } => departments.insert(keyed.key),
            MatrixChange::AddGroup { .. } => groups.insert(keyed.key),
            _ => false,
        };
    }
}

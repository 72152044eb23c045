//! What the dialog of a change offers: the columns, departments and groups that there are, and
//! those that other changes of the draft add.

use std::collections::HashMap;

use lanmu_api::matrix::MatrixView;
use lanmu_api::matrix_draft::{DraftView, GroupView};
use lanmu_api::site::ColumnView;
use lanmu_domain::matrix_change::MatrixChange;
use leptos::prelude::*;

use super::blank::department_id;
use super::work::Work;
use crate::api;
use crate::ui::pick_list::Pick;
use crate::ui::remote::use_remote;

/// What is asked of a column now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// 更新要求.
    pub requirement: String,
    /// 责任部门.
    pub owners: String,
    /// Their ids.
    pub departments: Vec<i64>,
    /// The duty.
    pub duty: i64,
}

/// What is offered; empty until it was fetched.
#[derive(Clone, Copy)]
pub struct Choices {
    /// Columns.
    pub columns: Signal<Vec<Pick>>,
    /// Departments.
    pub departments: Signal<Vec<Pick>>,
    /// Groups.
    pub groups: Signal<Vec<GroupView>>,
    /// What is asked of a column, by its id.
    pub asked: Signal<HashMap<i64, Asked>>,
}

impl Choices {
    /// The departments as checkboxes want them.
    #[must_use]
    pub fn department_boxes(self) -> Signal<Vec<(i64, String)>> {
        boxes(self.departments)
    }

    /// The groups as checkboxes want them.
    #[must_use]
    pub fn group_boxes(self) -> Signal<Vec<(i64, String)>> {
        let groups = self.groups;
        Signal::derive(move || {
            groups.with(|groups| {
                let named = groups.iter().map(|group| (group.id, group.name.clone()));
                named.collect()
            })
        })
    }

    /// The groups as one of them is chosen.
    #[must_use]
    pub fn group_picks(self) -> Signal<Vec<Pick>> {
        let groups = self.groups;
        Signal::derive(move || {
            groups.with(|groups| {
                let picks = groups.iter().map(|group| pick(group.id, &group.name, ""));
                picks.collect()
            })
        })
    }

    /// The columns that a department answers for now; all where it has none.
    #[must_use]
    pub fn columns_of(self, department: RwSignal<Option<i64>>) -> Signal<Vec<(i64, String)>> {
        let Self { columns, asked, .. } = self;
        Signal::derive(move || {
            let department = department.get();
            let own = |id: &i64| {
                asked.with(|asked| {
                    let asked = asked.get(id);
                    asked.is_some_and(|asked| {
                        department.is_some_and(|id| asked.departments.contains(&id))
                    })
                })
            };
            columns.with(|columns| {
                let boxes = columns.iter().map(|pick| (pick.id, pick.label.clone()));
                boxes.filter(|(id, _)| own(id)).collect()
            })
        })
    }
}

fn boxes(picks: Signal<Vec<Pick>>) -> Signal<Vec<(i64, String)>> {
    Signal::derive(move || {
        picks.with(|picks| {
            let boxes = picks.iter().map(|pick| (pick.id, pick.label.clone()));
            boxes.collect()
        })
    })
}

/// Fetches what is offered. What the change with this key adds is not offered to itself.
pub fn use_choices(work: Work, key: Option<u32>) -> Choices {
    let matrix = use_remote(|| api::matrix::matrix(None, None));
    let columns = use_remote(|| api::site::columns(None));
    let groups = use_remote(api::matrix_draft::groups);
    let matrix = Memo::new(move |_| matrix.get().and_then(Result::ok));
    let known = Memo::new(move |_| columns.get().and_then(Result::ok).unwrap_or_default());
    let columns = Memo::new(move |_| {
        let added = work.draft.with(|draft| added(draft, key, false));
        let letters = matrix.with(|matrix| matrix.as_ref().map(letters).unwrap_or_default());
        known.with(|known| {
            let known = known.iter().map(|column| of_column(column, &letters));
            added.into_iter().chain(known).collect::<Vec<_>>()
        })
    });
    let departments = Memo::new(move |_| {
        let added = work.draft.with(|draft| added(draft, key, true));
        let known = matrix.with(|matrix| {
            let known = matrix.iter().flat_map(|matrix| &matrix.departments);
            let picks = known.map(|d| pick(d.id, &d.name, &d.initials));
            picks.collect::<Vec<_>>()
        });
        added.into_iter().chain(known).collect::<Vec<_>>()
    });
    Choices {
        columns: columns.into(),
        departments: departments.into(),
        groups: Signal::derive(move || {
            let known = groups.get().and_then(Result::ok).unwrap_or_default();
            let added = work.draft.with(|draft| added_groups(draft, key));
            added.into_iter().chain(known).collect()
        }),
        asked: Memo::new(move |_| {
            matrix.with(|matrix| matrix.as_ref().map(asked).unwrap_or_default())
        })
        .into(),
    }
}

fn pick(id: i64, label: &str, letters: &str) -> Pick {
    Pick {
        id,
        label: label.to_owned(),
        letters: letters.to_owned(),
    }
}

fn of_column(column: &ColumnView, letters: &HashMap<i64, String>) -> Pick {
    let letters = letters.get(&column.id).map_or("", String::as_str);
    pick(column.id, &column.path.join(" / "), letters)
}

/// Columns or departments that the draft adds.
fn added(draft: &DraftView, but: Option<u32>, departments: bool) -> Vec<Pick> {
    let changes = draft
        .changes
        .iter()
        .filter(|change| Some(change.key) != but);
    let added = changes.filter_map(|change| {
        let name = match &change.change {
            MatrixChange::AddColumn { name, .. } if !departments => name,
            MatrixChange::AddDepartment { name, .. } if departments => name,
            _ => return None,
        };
        Some(pick(
            -i64::from(change.key),
            &format!("{name}（本次新增）"),
            "",
        ))
    });
    added.collect()
}

/// Groups that the draft adds.
fn added_groups(draft: &DraftView, but: Option<u32>) -> Vec<GroupView> {
    let changes = draft
        .changes
        .iter()
        .filter(|change| Some(change.key) != but);
    let added = changes.filter_map(|change| match &change.change {
        MatrixChange::AddGroup { name, departments } => Some(GroupView {
            id: -i64::from(change.key),
            name: format!("{name}（本次新增）"),
            department_ids: departments.iter().map(|of| department_id(*of)).collect(),
        }),
        _ => None,
    });
    added.collect()
}

/// The initials of columns; those of their owners follow them and are left out.
fn letters(matrix: &MatrixView) -> HashMap<i64, String> {
    let of_row = matrix.duties.iter().map(|row| {
        let own = row.initials.split(' ').take(row.column_path.len());
        (row.column_id, own.collect::<Vec<_>>().join(" "))
    });
    of_row.collect()
}

fn asked(matrix: &MatrixView) -> HashMap<i64, Asked> {
    let of_row = matrix.duties.iter().map(|row| {
        let asked = Asked {
            requirement: row.requirement.clone(),
            owners: row.owner_text.clone(),
            departments: row.owners.iter().map(|owner| owner.department_id).collect(),
            duty: row.id,
        };
        (row.column_id, asked)
    });
    of_row.collect()
}

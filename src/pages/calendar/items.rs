//! What the calendar lists, and which of it is shown.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use lanmu_api::calendar::CalendarEntry;
use lanmu_api::matrix::{DutyRow, MatrixView, OwnerStanding};
use lanmu_domain::freshness::Status;
use lanmu_domain::rule::DutyMode;

/// How many days before and after today the list loads.
pub const LOADED_DAYS: u64 = 180;
/// How many days ahead the list shows what is fresh without being asked for it.
pub const AHEAD_DAYS: u64 = 30;

/// An obligation of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The due date.
    pub due: Option<NaiveDate>,
    /// The duty.
    pub duty_id: i64,
    /// The names of the column from the root down.
    pub path: Vec<String>,
    /// Who owes it.
    pub departments: Vec<String>,
    /// Its status today.
    pub status: Status,
    /// Why.
    pub arithmetic: String,
    /// Whether a year without an announced arrangement was touched.
    pub unannounced: bool,
}

impl From<CalendarEntry> for Item {
    fn from(entry: CalendarEntry) -> Self {
        Self {
            due: Some(entry.due),
            duty_id: entry.duty_id,
            path: entry.column_path,
            departments: entry.department_names,
            status: entry.status,
            arithmetic: entry.arithmetic,
            unannounced: entry.unannounced,
        }
    }
}

/// The days that the list loads.
#[must_use]
pub fn loaded_span(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let days = Days::new(LOADED_DAYS);
    (
        today.checked_sub_days(days).unwrap_or(today),
        today.checked_add_days(days).unwrap_or(today),
    )
}

/// What has been blank or overdue since before the loaded span, from the matrix: the calendar
/// answers for a year at most, and a column can be blank for longer.
#[must_use]
pub fn older(matrix: &MatrixView, from: NaiveDate) -> Vec<Item> {
    let names: HashMap<i64, &str> = matrix
        .departments
        .iter()
        .map(|department| (department.id, department.name.as_str()))
        .collect();
    let is_old = |status: Status, due: Option<NaiveDate>| {
        matches!(status, Status::Blank | Status::Overdue) && due.is_none_or(|due| due < from)
    };
    let mut items = Vec::new();
    for row in &matrix.duties {
        if row.mode == DutyMode::Each && !row.owners.is_empty() {
            for owner in row
                .owners
                .iter()
                .filter(|owner| is_old(owner.status, owner.due))
            {
                items.push(old_item(
                    row,
                    std::slice::from_ref(owner),
                    owner.status,
                    owner.due,
                    &names,
                ));
            }
        } else if is_old(row.status, row.due) {
            items.push(old_item(row, &row.owners, row.status, row.due, &names));
        }
    }
    items.sort_by_key(|item| item.due);
    items
}

/// The closed columns, from the matrix: nothing falls due there.
#[must_use]
pub fn closed(matrix: &MatrixView) -> Vec<Item> {
    let name = |id: i64| {
        let of = matrix
            .departments
            .iter()
            .find(|department| department.id == id);
        of.map(|department| department.name.clone())
    };
    let item = |row: &DutyRow| {
        let day = row.closed_since?;
        let owners = row.owners.iter();
        Some(Item {
            due: None,
            duty_id: row.id,
            path: row.column_path.clone(),
            departments: owners
                .filter_map(|owner| name(owner.department_id))
                .collect(),
            status: row.status,
            arithmetic: format!("已关闭，自 {day} 起不计时。"),
            unannounced: false,
        })
    };
    matrix.duties.iter().filter_map(item).collect()
}

fn old_item(
    row: &DutyRow,
    owners: &[OwnerStanding],
    status: Status,
    due: Option<NaiveDate>,
    names: &HashMap<i64, &str>,
) -> Item {
    let last = owners
        .iter()
        .filter_map(|owner| owner.last_updated_on)
        .max()
        .map_or_else(
            || "从未发布内容".to_owned(),
            |day| format!("上次更新于 {day}"),
        );
    let due_words = due.map_or_else(String::new, |due| format!("，期限 {due}"));
    Item {
        due,
        duty_id: row.id,
        path: row.column_path.clone(),
        departments: owners
            .iter()
            .filter_map(|owner| names.get(&owner.department_id))
            .map(|name| (*name).to_owned())
            .collect(),
        status,
        arithmetic: format!("{last}{due_words}。"),
        unannounced: false,
    }
}

/// Which items are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only with this status.
    pub status: Option<Status>,
    /// Words, all of which stand in path or departments.
    pub words: Vec<String>,
}

impl Filter {
    /// Whether an item is asked for.
    #[must_use]
    pub fn admits(&self, item: &Item) -> bool {
        let text =
            || format!("{}\n{}", item.path.join("/"), item.departments.join("、")).to_lowercase();
        self.status.is_none_or(|status| status == item.status)
            && (self.words.is_empty() || {
                let text = text();
                self.words.iter().all(|word| text.contains(word))
            })
    }

    /// Whether the list shows an item: without words or status nothing that is fresh beyond the
    /// next 30 days, and no closed column.
    #[must_use]
    pub fn lists(&self, item: &Item, today: NaiveDate) -> bool {
        let asked = self.status.is_some() || !self.words.is_empty();
        let near = today
            .checked_add_days(Days::new(AHEAD_DAYS))
            .unwrap_or(today);
        let quiet = matches!(item.status, Status::Fresh | Status::NoClock);
        let urgent = !quiet || item.due.is_some_and(|due| due <= near);
        self.admits(item) && (asked || urgent)
    }
}

/// The items of each due date, dates as they come.
#[must_use]
pub fn by_due(items: Vec<Item>) -> Vec<(Option<NaiveDate>, Vec<Item>)> {
    let mut groups: Vec<(Option<NaiveDate>, Vec<Item>)> = Vec::new();
    for item in items {
        match groups.last_mut() {
            Some((due, members)) if *due == item.due => members.push(item),
            _ => groups.push((item.due, vec![item])),
        }
    }
    groups
}

/// How many items have each status, those without any left out.
#[must_use]
pub fn counts<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<(Status, usize)> {
    let statuses: Vec<Status> = items.map(|item| item.status).collect();
    Status::ALL
        .into_iter()
        .map(|status| {
            (
                status,
                statuses.iter().filter(|other| **other == status).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[cfg(test)]
mod tests;

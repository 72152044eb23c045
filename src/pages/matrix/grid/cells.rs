//! What stands in the cells of the grid.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::site::DepartmentView;
use lanmu_domain::freshness::Status;

use crate::date::{distance, long_day};
use crate::pages::matrix::filter::Line;
use crate::ui::badge::{status_class, status_shape};

const NO_OWNER: &str = "无责任部门";

/// The departments across.
pub struct Heads {
    names: Vec<String>,
    places: HashMap<i64, usize>,
    /// Where duties without an owner stand.
    none: Option<usize>,
}

impl Heads {
    /// How many.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// A cell.
pub struct Cell {
    /// Its column, from 0.
    pub column: usize,
    /// The duty.
    pub href: String,
    /// What it says in words.
    pub title: String,
    /// The shape of its status.
    pub shape: &'static str,
    /// The last part of its class.
    pub class: String,
}

/// The departments that own something, in the order in which the lines first name them, and last
/// a column for duties that nobody owns. Rows and columns in the same order make a diagonal:
/// wherever one enters, something is there to see.
pub fn heads(lines: &[Line], departments: &[DepartmentView]) -> Heads {
    let names: HashMap<i64, &String> = departments
        .iter()
        .map(|department| (department.id, &department.name))
        .collect();
    let mut heads = Heads {
        names: Vec::new(),
        places: HashMap::new(),
        none: None,
    };
    for owner in lines.iter().flat_map(|line| &line.row.owners) {
        let id = owner.department_id;
        if let (false, Some(name)) = (heads.places.contains_key(&id), names.get(&id)) {
            heads.places.insert(id, heads.names.len());
            heads.names.push((*name).clone());
        }
    }
    if lines.iter().any(|line| line.row.owners.is_empty()) {
        heads.none = Some(heads.names.len());
        heads.names.push(NO_OWNER.to_owned());
    }
    heads
}

/// The cells of a line, from left to right.
pub fn cells_of(line: &Line, heads: &Heads, today: NaiveDate) -> Vec<Cell> {
    let row = &line.row;
    let cell = |column: usize, status: Status, due: Option<NaiveDate>| {
        let name = row.column_path.last().map_or("", String::as_str);
        let due = due.map_or_else(String::new, |due| {
            format!("，期限 {}，{}", long_day(due), distance(due, today))
        });
        let closed = row.closed_since.map_or("", |_| "，已关闭");
        Cell {
            column,
            href: format!("/matrix/duties/{}", row.id),
            title: format!(
                "{name}　{}：{}{closed}{due}",
                heads.names[column],
                status.label()
            ),
            shape: status_shape(status),
            class: status_class(status),
        }
    };
    let mut cells: Vec<Cell> = row
        .owners
        .iter()
        .filter_map(|owner| {
            let column = *heads.places.get(&owner.department_id)?;
            Some(cell(column, owner.status, owner.due))
        })
        .collect();
    if row.owners.is_empty() {
        cells.extend(heads.none.map(|column| cell(column, row.status, row.due)));
    }
    cells.sort_by_key(|cell| cell.column);
    cells
}

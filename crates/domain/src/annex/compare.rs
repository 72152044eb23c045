//! Two tables against each other, cell by cell.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::AnnexLine;

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LineChange {
    /// The table in force has no such column.
    Added,
    /// Cells differ.
    Changed,
    /// The file has no such column.
    Missing,
}

impl LineChange {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Added, Self::Changed, Self::Missing];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Added => "新增",
            Self::Changed => "变更",
            Self::Missing => "缺失",
        }
    }
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CellChange {
    /// Heading of the cell.
    pub cell: String,
    /// What stands in the table in force.
    pub before: String,
    /// What stands in the file.
    pub after: String,
}

/// A line that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineDifference {
    /// What became of it.
    pub change: LineChange,
    /// Its line in the file; `None` where it is missing there.
    pub line: Option<u32>,
    /// 序号: of the file, or where it is missing there of the table in force.
    pub number: u32,
    /// The names of the column from the root down.
    pub path: Vec<String>,
    /// The cells that differ; of a line that is new those that are filled.
    pub cells: Vec<CellChange>,
}

/// What differs, in the order of the file, what is missing in it at the end. Lines are paired by
/// the path of their column, which a table has once.
#[must_use]
pub fn compare(in_force: &[AnnexLine], file: &[AnnexLine]) -> Vec<LineDifference> {
    let mut known: HashMap<&[String], &AnnexLine> = in_force
        .iter()
        .map(|line| (line.path.as_slice(), line))
        .collect();
    let mut differences = Vec::new();
    for line in file {
        let before = known.remove(line.path.as_slice());
        let cells = changes(before, line);
        let change = match before {
            None => LineChange::Added,
            Some(_) if cells.is_empty() => continue,
            Some(_) => LineChange::Changed,
        };
        differences.push(LineDifference {
            change,
            line: Some(line.line),
            number: line.number,
            path: line.path.clone(),
            cells,
        });
    }
    let missing = in_force
        .iter()
        .filter(|line| known.contains_key(line.path.as_slice()));
    differences.extend(missing.map(|line| LineDifference {
        change: LineChange::Missing,
        line: None,
        number: line.number,
        path: line.path.clone(),
        cells: Vec::new(),
    }));
    differences
}

fn changes(before: Option<&AnnexLine>, after: &AnnexLine) -> Vec<CellChange> {
    let cells = |line: &AnnexLine| {
        [
            ("序号", line.number.to_string()),
            ("更新要求", line.requirement.clone()),
            ("责任部门", line.owners.clone()),
            ("备注", line.remark.clone()),
        ]
    };
    let old = before.map(cells);
    cells(after)
        .into_iter()
        .enumerate()
        .map(|(at, (cell, after))| CellChange {
            cell: cell.to_owned(),
            before: old
                .as_ref()
                .map_or_else(String::new, |old| old[at].1.clone()),
            after,
        })
        .filter(|change| change.before != change.after)
        .collect()
}

//! The table as comma-separated text.

use lanmu_domain::annex::AnnexLine;

use super::merges::cells;
use super::{HEADINGS, TITLE};
use crate::export::{Cell, Column, Table};

/// The table; no note stands below it, so that it can be read again.
pub(super) fn table(lines: &[AnnexLine]) -> Table {
    Table {
        title: TITLE.to_owned(),
        columns: HEADINGS.map(|name| Column::new(name, 20)).to_vec(),
        rows: lines
            .iter()
            .map(|line| cells(line).map(Cell::Text).to_vec())
            .collect(),
        notes: Vec::new(),
    }
}

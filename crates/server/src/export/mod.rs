//! Lists as files: a [`Table`] becomes a workbook or comma-separated text, and an answer with it.
//!
//! A handler builds the table of what the person may see and gives it to [`answer`]; what a
//! spreadsheet program makes of it is decided here alone.

mod answer;
mod cell;
mod csv;
pub mod docx;
mod name;
mod xlsx;

pub use answer::{answer, encoded_name, file_answer};
pub use cell::Cell;

/// How many entries of a list that has no end are exported at most; the file says so.
pub const MOST_ROWS: u64 = 5_000;

/// A list as it is exported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the list is; names the file and the sheet.
    pub title: String,
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The rows from the top, each with a cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// Sentences below the table, e.g. 数据截至2026年11月23日（周一）.
    pub notes: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// Its width in a workbook, in half-width characters; a Chinese one takes two.
    pub width: u16,
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(heading: impl Into<String>, width: u16) -> Self {
        Self {
            heading: heading.into(),
            width,
        }
    }
}

#[cfg(test)]
mod tests;

//! What is on screen as a file: XLSX for people, CSV for programs.
//!
//! Every list is made into a [`Table`] once; both formats are written from it.

mod csv;
mod response;
mod xlsx;

use chrono::NaiveDate;
use serde::Deserialize;

pub use response::respond;

/// A list as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its title, which also names the file.
    pub title: String,
    /// The columns.
    pub columns: Vec<Heading>,
    /// The rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Sentences below the table: the day of the data, what was left out.
    pub notes: Vec<String>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Its words.
    pub words: String,
    /// Its width in XLSX, in characters of Latin text.
    pub width: f64,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text, never a formula.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// Nothing.
    Empty,
}

/// The format of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Office Open XML, read by WPS and Excel.
    Xlsx,
    /// Comma-separated values, UTF-8 with a byte order mark.
    Csv,
}

impl Heading {
    /// A heading with its width.
    pub fn new(words: impl Into<String>, width: f64) -> Self {
        Self {
            words: words.into(),
            width,
        }
    }
}

impl Cell {
    /// Text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests;

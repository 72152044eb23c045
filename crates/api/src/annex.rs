//! The table in the form of Annex 2, as files.

use lanmu_domain::annex::{Doubt, FileProblem, LineDifference};
use serde::{Deserialize, Serialize};

/// As which kind of file the table is wanted: `format` in the query.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AnnexFormat {
    /// A workbook with merged cells.
    #[default]
    Xlsx,
    /// A text document with merged cells, as the notice has it.
    Docx,
    /// Comma-separated text in UTF-8, every cell filled.
    Csv,
}

impl AnnexFormat {
    /// The word in the query, which is also the ending of the file's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Csv => "csv",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }
}

/// `POST /matrix/annex/compare`: a file against the table as it stands today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnnexComparison {
    /// What is wrong with the file, each with its place; then the rest is empty.
    pub problems: Vec<FileProblem>,
    /// How many lines the file has.
    pub lines: u64,
    /// What differs, in the order of the file, what is missing in it at the end.
    pub differences: Vec<LineDifference>,
    /// What is doubtful in the lines that differ.
    pub doubts: Vec<Doubt>,
}

//! Lists as files.

use serde::{Deserialize, Serialize};

/// As which kind of file a list is wanted: `format` in the query of an export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ExportFormat {
    /// A workbook for Excel and WPS.
    #[default]
    Xlsx,
    /// Comma-separated text in UTF-8.
    Csv,
}

impl ExportFormat {
    /// The word in the query, which is also the ending of the file's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }
}

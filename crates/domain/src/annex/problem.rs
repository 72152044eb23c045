//! Why a file was refused.

use serde::{Deserialize, Serialize};

/// Why a file was refused as a whole. Nothing of it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileProblem {
    /// Line of the file, 1 being the head; `None` where it concerns the whole file.
    pub line: Option<u32>,
    /// Heading of the cell, empty where it concerns the whole line.
    pub cell: String,
    /// What is wrong and how to mend it, in Chinese.
    pub message: String,
}

impl FileProblem {
    /// A problem of the whole file.
    pub(super) fn of_file(message: impl Into<String>) -> Self {
        Self {
            line: None,
            cell: String::new(),
            message: message.into(),
        }
    }

    /// A problem of a line, or of one cell in it.
    pub(super) fn at(line: u32, cell: &str, message: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            cell: cell.to_owned(),
            message: message.into(),
        }
    }
}

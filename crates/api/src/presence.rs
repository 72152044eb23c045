//! Who else works at the same item, or the same draft of the matrix.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// `POST /articles/{id}/presence`, `POST /matrix/drafts/{id}/presence`: it is open, or has just been
/// left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Present {
    /// Whether the person leaves.
    #[serde(default)]
    pub leaving: bool,
}

/// Somebody else who has it open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PresentPerson {
    /// The name.
    pub name: String,
    /// The post.
    pub post: String,
    /// Since when.
    pub since: DateTime<FixedOffset>,
}

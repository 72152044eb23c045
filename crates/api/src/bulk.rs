//! 批量同意.

use lanmu_domain::review::{BulkExclusion, Refusal};
use serde::{Deserialize, Serialize};

use crate::article::ArticleRow;
use crate::error::{Conflict, ErrorCode};

/// An item of `GET /inbox`: what a bulk approval needs beside the row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InboxRow {
    /// As in other lists.
    #[serde(flatten)]
    pub row: ArticleRow,
    /// Goes up with every change; approvals must name it.
    pub version: i64,
    /// The hash of the current revision; approvals must name it.
    pub revision: String,
    /// Why it cannot be released together with others; empty: it can.
    pub left_out: Vec<BulkExclusion>,
}

/// An item as it was on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownItem {
    /// The article.
    pub id: i64,
    /// The version that the person saw.
    pub version: i64,
    /// The hash of the revision that the person saw.
    pub revision: String,
}

/// `POST /articles/approvals`: release several items, each in a transaction of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApproveArticles {
    /// The items, 100 at most, none twice.
    pub items: Vec<ShownItem>,
    /// The opinion on each; may be empty.
    #[serde(default)]
    pub opinion: String,
}

/// What became of each item, in the order asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkOutcome {
    /// One for each item.
    pub items: Vec<BulkResult>,
}

/// What became of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkResult {
    /// The article.
    pub id: i64,
    /// Why it was not released; `None`: it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<BulkProblem>,
}

/// Why an item was not released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkProblem {
    /// As if it had been asked for alone.
    pub code: ErrorCode,
    /// One sentence for the person, in Chinese.
    pub message: String,
    /// Every reason against the approval.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<Refusal>,
    /// Why it has to be decided on its own card.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<BulkExclusion>,
    /// What somebody changed since it was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<Conflict>,
}

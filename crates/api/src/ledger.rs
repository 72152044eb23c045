//! 台账.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::ledger::{LedgerAct, LedgerLine};
use lanmu_domain::review::Stage;
use serde::{Deserialize, Serialize};

/// The query of `GET /ledger`, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerQuery {
    /// Only this act.
    pub act: Option<LedgerAct>,
    /// Only acts at this stage of the review.
    pub stage: Option<Stage>,
    /// Only this department.
    pub department_id: Option<i64>,
    /// Only this article.
    pub article_id: Option<i64>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to this day, inclusive.
    pub to: Option<NaiveDate>,
    /// Words in subject, name, column or note.
    pub q: Option<String>,
    /// From `meta.next` of the page before.
    pub after: Option<String>,
    /// How many, 100 at most.
    pub limit: Option<u64>,
}

/// A line with its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerLineView {
    /// The line.
    #[serde(flatten)]
    pub line: LedgerLine,
    /// Its SM3 hash over the line and the hash before it, in hex.
    pub hash: String,
}

/// `GET /ledger/verification`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LedgerVerification {
    /// Whether the chain is whole.
    pub intact: bool,
    /// How many lines were checked.
    pub lines: i64,
    /// The hash of the last line, empty for an empty ledger.
    pub last_hash: String,
    /// The first line that was altered.
    pub first_altered: Option<i64>,
    /// What is wrong with it, in Chinese.
    pub problem: Option<String>,
}

/// `POST /ledger/verifications`, and an item of `GET /ledger/verifications`: a check with who made
/// it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerificationRecord {
    /// Its id.
    pub id: i64,
    /// Who checked.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What was found.
    #[serde(flatten)]
    pub found: LedgerVerification,
}

/// `GET /ledger/anchor?sequence=&hash=`: a hash that was filed earlier against the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnchorAnswer {
    /// The number of the line.
    pub sequence: i64,
    /// Whether there is such a line.
    pub exists: bool,
    /// Whether its hash is the one that was filed.
    pub matches: bool,
    /// When the line was written.
    pub at: Option<DateTime<FixedOffset>>,
}

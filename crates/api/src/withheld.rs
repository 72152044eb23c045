//! 不予公开 and its 评估审查.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::review::WithheldVerdict;
use serde::{Deserialize, Serialize};

/// `POST /articles/{id}/assessment`: 评估审查 of what is withheld.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssessWithheld {
    /// The version that the person saw.
    pub version: i64,
    /// What was found.
    pub verdict: WithheldVerdict,
    /// Why.
    pub opinion: String,
}

/// What an assessment found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssessmentView {
    /// What was found.
    pub verdict: WithheldVerdict,
    /// Why.
    pub opinion: String,
    /// Who, in whose name (乙代甲).
    pub by: String,
    /// The post.
    pub post: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The next day that it set.
    pub next: Option<NaiveDate>,
}

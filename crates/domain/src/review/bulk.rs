//! 批量同意: which items may be released together with others. Only the release: the secrecy
//! conclusion of the second review is given item by item (保密法实施条例 42).
//!
//! Whatever wants a second look is left out and decided on its own card; each item that remains is
//! decided by [`super::decide`] like any other.

use serde::{Deserialize, Serialize};

use super::guard::publication_problems;
use super::{ActKind, Case, Stage, availability};
use crate::role::Actor;

/// Items in one request at most.
pub const BULK_MAX: usize = 100;

/// Why an item is left out of a bulk approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum BulkExclusion {
    /// It waits for the second review, with its secrecy conclusion.
    SecrecyConclusion,
    /// This person cannot approve it at all.
    NotAllowed,
    /// Its attribute is not 主动公开.
    Attribute,
    /// The pre-check found something, or somebody overrode a finding.
    Findings,
    /// It was sent back before: what was mended is to be looked at.
    Returned,
    /// It is an emergency release.
    Emergency,
}

impl BulkExclusion {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 6] = [
        Self::SecrecyConclusion,
        Self::NotAllowed,
        Self::Attribute,
        Self::Findings,
        Self::Returned,
        Self::Emergency,
    ];

    /// The name as logs write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SecrecyConclusion => "secrecy_conclusion",
            Self::NotAllowed => "not_allowed",
            Self::Attribute => "attribute",
            Self::Findings => "findings",
            Self::Returned => "returned",
            Self::Emergency => "emergency",
        }
    }

    /// The reason in words, and what to do.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::SecrecyConclusion => "审核环节须逐件作出保密审查结论，请打开稿件办理。",
            Self::NotAllowed => "您不能同意该稿件，打开稿件可查看原因。",
            Self::Attribute => "公开属性不是“主动公开”，请打开稿件核对。",
            Self::Findings => "预检有提示或有人说明理由后保留，请打开稿件逐条核对。",
            Self::Returned => "该稿件曾被退回，请打开稿件核对修改情况。",
            Self::Emergency => "紧急发布的稿件须单独办理，请打开稿件。",
        }
    }
}

/// What is known of an item besides its case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BulkFacts {
    /// How often it was sent back.
    pub returns: i32,
    /// Whether the pre-check found something in the current revision, or a finding was overridden.
    pub has_findings: bool,
    /// Whether it is an emergency release.
    pub emergency: bool,
}

/// Why the item cannot be released together with others by this person, in the order of
/// [`BulkExclusion::ALL`]; empty: it can.
#[must_use]
pub fn bulk_exclusions(case: &Case<'_>, facts: BulkFacts, actor: &Actor) -> Vec<BulkExclusion> {
    if case.state.awaited_stage() == Some(Stage::Section) {
        return vec![BulkExclusion::SecrecyConclusion];
    }
    let about_attribute = publication_problems(case.content);
    let against = availability(case, actor, ActKind::Approve).refusals;
    let holds = |exclusion| match exclusion {
        BulkExclusion::SecrecyConclusion => false,
        BulkExclusion::NotAllowed => against.iter().any(|r| !about_attribute.contains(r)),
        BulkExclusion::Attribute => !about_attribute.is_empty(),
        BulkExclusion::Findings => facts.has_findings,
        BulkExclusion::Returned => facts.returns > 0,
        BulkExclusion::Emergency => facts.emergency,
    };
    BulkExclusion::ALL
        .into_iter()
        .filter(|exclusion| holds(*exclusion))
        .collect()
}

//! Publications as evidence: what is doubtful about them, and what a coordinator found.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::freshness::{EvidenceDoubt, EvidenceVerdict};
use serde::{Deserialize, Serialize};

/// How the doubts about publications stand, for `GET /publications?doubt=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DoubtState {
    /// 待核实: doubtful, without a verdict, and not withdrawn.
    Open,
    /// 认定有效.
    Accepted,
    /// 认定无效.
    Rejected,
}

impl DoubtState {
    /// All of them, in the order in which choices show them.
    pub const ALL: [Self; 3] = [Self::Open, Self::Accepted, Self::Rejected];

    /// How the doubts stand; `None` where there are none.
    #[must_use]
    pub const fn of(doubts: &[EvidenceDoubt], verdict: Option<EvidenceVerdict>) -> Option<Self> {
        if doubts.is_empty() {
            return None;
        }
        Some(match verdict {
            None => Self::Open,
            Some(EvidenceVerdict::Accepted) => Self::Accepted,
            Some(EvidenceVerdict::Rejected) => Self::Rejected,
        })
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "待核实",
            Self::Accepted => "认定有效",
            Self::Rejected => "认定无效",
        }
    }
}

/// A publication in `GET /publications?doubt=&after=&limit=`, with all that speaks for and against
/// its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicationRow {
    /// Its id.
    pub id: i64,
    /// The article, if it went through the three reviews here.
    pub article_id: Option<i64>,
    /// Its title.
    pub title: String,
    /// Where.
    pub url: String,
    /// By which department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// In which column.
    pub column_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// When it went public, as it was recorded or last corrected.
    pub published_at: DateTime<FixedOffset>,
    /// When it was recorded.
    pub recorded_at: DateTime<FixedOffset>,
    /// Who recorded it; `None` for what was imported.
    pub recorded_by_id: Option<i64>,
    /// The name as it was.
    pub recorded_by: String,
    /// When the third review approved the revision, if it went through the reviews here.
    pub released_at: Option<DateTime<FixedOffset>>,
    /// When it was taken down.
    pub withdrawn_at: Option<DateTime<FixedOffset>>,
    /// Why it is doubtful; empty: it is not.
    pub doubts: Vec<EvidenceDoubt>,
    /// What a coordinator found.
    pub verdict: Option<VerdictView>,
}

/// What a coordinator found about a doubtful publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerdictView {
    /// What.
    pub verdict: EvidenceVerdict,
    /// Why.
    pub note: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// `POST /publications/{id}/verdict`, by a coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GiveVerdict {
    /// 认定有效, or 认定无效.
    pub accepted: bool,
    /// What was looked at; must not be empty.
    pub note: String,
    /// The time that the person saw. Where it is given and was corrected since, nothing is judged.
    #[serde(default)]
    pub published_at: Option<DateTime<FixedOffset>>,
}

/// `POST /publications/{id}/correction`, by an officer of the department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectPublication {
    /// When it really went public.
    pub published_at: DateTime<FixedOffset>,
    /// What was wrong; must not be empty.
    pub note: String,
}

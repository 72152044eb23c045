//! 存疑: publications whose time cannot be taken as it stands.
//!
//! Users of other systems bumped dates to look fresh. A doubtful publication is stored and shown,
//! but counts as evidence only once a coordinator has found it to be right.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Why the time of a publication is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EvidenceDoubt {
    /// It lies before the final approval: published unapproved, or the date was made up.
    BeforeRelease,
    /// It lies in the future.
    InFuture,
    /// It is the very time of an earlier publication of the department in the column.
    SameTime,
}

impl EvidenceDoubt {
    /// All doubts, in the order in which lists show them.
    pub const ALL: [Self; 3] = [Self::BeforeRelease, Self::InFuture, Self::SameTime];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BeforeRelease => "before_release",
            Self::InFuture => "in_future",
            Self::SameTime => "same_time",
        }
    }

    /// What is shown.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::BeforeRelease => "发布时间早于审发时间",
            Self::InFuture => "发布时间晚于登记时间",
            Self::SameTime => "发布时间与本栏目以往发布完全相同",
        }
    }
}

/// What a coordinator found about a doubtful publication. Given once, never changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EvidenceVerdict {
    /// 认定有效: it counts from now on.
    Accepted,
    /// 认定无效: it never counts.
    Rejected,
}

impl EvidenceVerdict {
    /// The name as the database and addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// What is shown.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Accepted => "认定有效",
            Self::Rejected => "认定无效",
        }
    }
}

/// Everything that is doubtful about a publication's time. Compared to the minute, which is as
/// exactly as people and websites tell it.
///
/// `released_at` is when the final review approved the item, `recorded_at` when the publication
/// was recorded, `former` the times of the department's earlier publications in the column.
#[must_use]
pub fn evidence_doubts(
    published_at: DateTime<FixedOffset>,
    released_at: Option<DateTime<FixedOffset>>,
    recorded_at: DateTime<FixedOffset>,
    former: &[DateTime<FixedOffset>],
) -> Vec<EvidenceDoubt> {
    let minute = |at: DateTime<FixedOffset>| at.timestamp().div_euclid(60);
    let at = minute(published_at);
    let holds = |doubt: &EvidenceDoubt| match doubt {
        EvidenceDoubt::BeforeRelease => released_at.is_some_and(|released| at < minute(released)),
        EvidenceDoubt::InFuture => at > minute(recorded_at),
        EvidenceDoubt::SameTime => former.iter().any(|other| minute(*other) == at),
    };
    EvidenceDoubt::ALL.into_iter().filter(holds).collect()
}

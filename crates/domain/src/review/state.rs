//! The closed lists of stages and states.

use serde::{Deserialize, Serialize};

use crate::role::Role;

/// A stage of the three reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Stage {
    /// 初审: the officer's signed submission.
    First,
    /// 审核: the section head, with the secrecy conclusion.
    Section,
    /// 审发: the leader.
    Release,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Self; 3] = [Self::First, Self::Section, Self::Release];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::First => "初审",
            Self::Section => "审核",
            Self::Release => "审发",
        }
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Section => "section",
            Self::Release => "release",
        }
    }

    /// 1, 2 or 3, as forms and the database count them.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::First => 1,
            Self::Section => 2,
            Self::Release => 3,
        }
    }

    /// The stage with this number.
    #[must_use]
    pub const fn from_number(number: i16) -> Option<Self> {
        match number {
            1 => Some(Self::First),
            2 => Some(Self::Section),
            3 => Some(Self::Release),
            _ => None,
        }
    }

    /// The role that decides at this stage.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::First => Role::Officer,
            Self::Section => Role::SectionHead,
            Self::Release => Role::Leader,
        }
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ArticleState {
    /// 草稿: being written, no review open.
    Draft,
    /// 待审核: signed by the officer, waits for the section head.
    InSectionReview,
    /// 待审发: waits for the leader.
    InReleaseReview,
    /// 已退回: sent back with a reason; can be edited and submitted again.
    Returned,
    /// 已审发: released, the published address is still missing.
    Released,
    /// 已发布: public, with address and time.
    Published,
    /// 已撤稿: taken down after publication.
    Withdrawn,
    /// 已更正: public until a correction of it was published.
    Corrected,
    /// 已归档: 依申请公开 or 不予公开, approved by three people; never public.
    Filed,
}

impl ArticleState {
    /// All states. Adding one breaks the exhaustive tables that classify it, which is meant.
    pub const ALL: [Self; 9] = [
        Self::Draft,
        Self::InSectionReview,
        Self::InReleaseReview,
        Self::Returned,
        Self::Released,
        Self::Published,
        Self::Withdrawn,
        Self::Corrected,
        Self::Filed,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::InSectionReview => "待审核",
            Self::InReleaseReview => "待审发",
            Self::Returned => "已退回",
            Self::Released => "已审发",
            Self::Published => "已发布",
            Self::Withdrawn => "已撤稿",
            Self::Corrected => "已更正",
            Self::Filed => "已归档",
        }
    }

    /// The name as the database and addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InSectionReview => "in_section_review",
            Self::InReleaseReview => "in_release_review",
            Self::Returned => "returned",
            Self::Released => "released",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
            Self::Corrected => "corrected",
            Self::Filed => "filed",
        }
    }

    /// The state with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Whether an item is on its way: written, reviewed, or released and not yet public.
    #[must_use]
    pub const fn is_under_way(self) -> bool {
        match self {
            Self::Draft
            | Self::InSectionReview
            | Self::InReleaseReview
            | Self::Returned
            | Self::Released => true,
            Self::Published | Self::Withdrawn | Self::Corrected | Self::Filed => false,
        }
    }

    /// The stage whose decision is awaited, if a review is open.
    #[must_use]
    pub const fn awaited_stage(self) -> Option<Stage> {
        match self {
            Self::InSectionReview => Some(Stage::Section),
            Self::InReleaseReview => Some(Stage::Release),
            Self::Draft
            | Self::Returned
            | Self::Released
            | Self::Published
            | Self::Withdrawn
            | Self::Corrected
            | Self::Filed => None,
        }
    }
}

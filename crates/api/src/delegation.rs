//! 委托代办.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::review::Stage;
use lanmu_domain::role::Role;
use serde::{Deserialize, Serialize};

use crate::person::HeldPost;

/// `POST /delegations`: by the principal, or by the security administrator for somebody else. Makes
/// one delegation for each post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateDelegation {
    /// Whose posts; `None` for one's own.
    #[serde(default)]
    pub principal_id: Option<i64>,
    /// The holdings that are passed on.
    pub post_ids: Vec<i64>,
    /// Who stands in.
    pub delegate_id: i64,
    /// From when; `None` for at once.
    #[serde(default)]
    pub starts_at: Option<DateTime<FixedOffset>>,
    /// Until when, 90 days later at most.
    pub ends_at: DateTime<FixedOffset>,
    /// Why.
    pub reason: String,
}

/// The answer to [`CreateDelegation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedDelegations {
    /// The delegations, in the order of the posts.
    pub ids: Vec<i64>,
}

/// `POST /delegations/{id}/end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndDelegation {
    /// Why.
    pub reason: String,
}

/// Where a delegation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DelegationState {
    /// 未开始.
    Planned,
    /// 生效中.
    InForce,
    /// 暂无效力: its time has come, but the principal lost the post, or an account is closed, or the
    /// delegate has no post that suits.
    WithoutEffect,
    /// 已到期: ended by itself.
    Expired,
    /// 已终止: ended early.
    Ended,
}

impl DelegationState {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Planned => "未开始",
            Self::InForce => "生效中",
            Self::WithoutEffect => "暂无效力",
            Self::Expired => "已到期",
            Self::Ended => "已终止",
        }
    }

    /// Whether it can still be ended.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Planned | Self::InForce | Self::WithoutEffect => true,
            Self::Expired | Self::Ended => false,
        }
    }
}

/// A delegation in `GET /delegations?after=&limit=`, newest first: one's own and those to oneself;
/// all of them for the security administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DelegationRow {
    /// Its id.
    pub id: i64,
    /// Where it stands.
    pub state: DelegationState,
    /// Whose post it is.
    pub principal_id: i64,
    /// The name of that person.
    pub principal_name: String,
    /// Who stands in.
    pub delegate_id: i64,
    /// The name of that person.
    pub delegate_name: String,
    /// The role of the post.
    pub role: Role,
    /// Its department.
    pub department_name: String,
    /// Its title.
    pub title: String,
    /// From when.
    pub starts_at: DateTime<FixedOffset>,
    /// When it ends by itself.
    pub ends_at: DateTime<FixedOffset>,
    /// Why.
    pub reason: String,
    /// Who made it.
    pub created_by: String,
    /// When it was made.
    pub created_at: DateTime<FixedOffset>,
    /// When it was ended early.
    pub ended_at: Option<DateTime<FixedOffset>>,
    /// By whom.
    pub ended_by: Option<String>,
    /// Why.
    pub end_reason: Option<String>,
    /// Whether the person may end it.
    pub may_end: bool,
}

/// `GET /delegations/choices`: people with their posts. A reviewer gets himself and who could stand
/// in for him, the security administrator everybody with a post in a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DelegationPerson {
    /// The person.
    pub id: i64,
    /// The name.
    pub name: String,
    /// The posts held in departments.
    pub posts: Vec<HeldPost>,
}

/// `GET /departments/{id}/empty-stages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmptyStagesView {
    /// The stages that nobody could sign now for an item which the person writes and submits.
    pub stages: Vec<Stage>,
}

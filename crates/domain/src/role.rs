//! Posts that people hold, and the stages of review that go with them.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// What a person is in a department, or for the whole site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Role {
    /// 填录人员: writes, signs the first review, back-fills the address.
    Officer,
    /// 股室领导: second review with the secrecy conclusion.
    SectionHead,
    /// 分管领导: release review.
    Leader,
    /// 协调人 (县政府办公室信息股): the matrix, the calendar, the whole site's ledger.
    Coordinator,
    /// 系统管理员: sets up the site and its people.
    SystemAdministrator,
    /// 安全管理员: grants rights.
    SecurityAdministrator,
    /// 审计管理员: reads and verifies the audit trail.
    AuditAdministrator,
}

impl Role {
    /// All roles, in the order in which lists show them.
    pub const ALL: [Self; 7] = [
        Self::Officer,
        Self::SectionHead,
        Self::Leader,
        Self::Coordinator,
        Self::SystemAdministrator,
        Self::SecurityAdministrator,
        Self::AuditAdministrator,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Officer => "填录人员",
            Self::SectionHead => "股室领导",
            Self::Leader => "分管领导",
            Self::Coordinator => "协调人",
            Self::SystemAdministrator => "系统管理员",
            Self::SecurityAdministrator => "安全管理员",
            Self::AuditAdministrator => "审计管理员",
        }
    }

    /// The name as the database and addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::SectionHead => "section_head",
            Self::Leader => "leader",
            Self::Coordinator => "coordinator",
            Self::SystemAdministrator => "system_administrator",
            Self::SecurityAdministrator => "security_administrator",
            Self::AuditAdministrator => "audit_administrator",
        }
    }

    /// The role with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// Whether the role is held in one department (`true`) or for the whole site.
    #[must_use]
    pub const fn is_departmental(self) -> bool {
        matches!(self, Self::Officer | Self::SectionHead | Self::Leader)
    }
}

/// A role held by a person now. Expired and future posts are filtered out before the domain sees
/// them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Post {
    /// The role.
    pub role: Role,
    /// The department in which it is held; `None` for roles of the whole site.
    pub department_id: Option<i64>,
    /// The title as the ledger keeps it, e.g. 信息股股长.
    pub title: String,
}

/// A post of somebody else for which a person stands in at this moment (委托代办). Delegations that
/// ended, have not begun or give nothing are filtered out before the domain sees them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DelegatedPost {
    /// The delegation.
    pub delegation_id: i64,
    /// Whose post it is.
    pub principal_id: i64,
    /// The name of that person.
    pub principal_name: String,
    /// The post: always departmental, and the principal's own.
    #[serde(flatten)]
    pub post: Post,
    /// When it ends by itself.
    pub until: DateTime<FixedOffset>,
}

/// Who acts: a person with the posts held at this moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person.
    pub person_id: i64,
    /// The posts held now.
    pub posts: Vec<Post>,
    /// The posts of others for which the person stands in now. They count for reviewing and for
    /// nothing else: see [`crate::review::stands_in`].
    #[serde(default)]
    pub delegated: Vec<DelegatedPost>,
}

impl Actor {
    /// A person with these posts, who stands in for nobody.
    #[must_use]
    pub const fn new(person_id: i64, posts: Vec<Post>) -> Self {
        Self {
            person_id,
            posts,
            delegated: Vec::new(),
        }
    }

    /// The post with this role in this department, if held.
    #[must_use]
    pub fn post_in(&self, role: Role, department_id: i64) -> Option<&Post> {
        self.posts
            .iter()
            .find(|p| p.role == role && p.department_id == Some(department_id))
    }

    /// The posts of others with this role in this department, in the order in which they are
    /// chosen: by principal, then by delegation.
    #[must_use]
    pub fn delegated_in(&self, role: Role, department_id: i64) -> Vec<&DelegatedPost> {
        let mut found: Vec<&DelegatedPost> = self
            .delegated
            .iter()
            .filter(|d| d.post.role == role && d.post.department_id == Some(department_id))
            .collect();
        found.sort_by_key(|d| (d.principal_id, d.delegation_id));
        found
    }

    /// Whether the role is held anywhere.
    #[must_use]
    pub fn holds(&self, role: Role) -> bool {
        self.posts.iter().any(|p| p.role == role)
    }
}

//! 公开属性.

use serde::{Deserialize, Serialize};

/// 公开属性 (川办发〔2019〕59号).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PublicAttribute {
    /// 主动公开: the only one that can be published.
    Proactive,
    /// 依申请公开: needs a reason and a basis.
    OnRequest,
    /// 不予公开: needs a reason and a basis, and the leader's check first.
    Withheld,
}

impl PublicAttribute {
    /// All attributes, in the order of the regulation.
    pub const ALL: [Self; 3] = [Self::Proactive, Self::OnRequest, Self::Withheld];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Proactive => "主动公开",
            Self::OnRequest => "依申请公开",
            Self::Withheld => "不予公开",
        }
    }

    /// The name as the database and addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Proactive => "proactive",
            Self::OnRequest => "on_request",
            Self::Withheld => "withheld",
        }
    }

    /// The attribute with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|attribute| attribute.key() == key)
    }

    /// Whether it lets an item become public: 主动公开 only, by any path.
    #[must_use]
    pub const fn is_publishable(self) -> bool {
        matches!(self, Self::Proactive)
    }

    /// Whether it needs a reason and a legal basis.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::OnRequest | Self::Withheld)
    }
}

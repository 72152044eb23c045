//! What an item says: its fields, its public attribute and the hash that an approval names.

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
}

/// 来源: where the text comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Source {
    /// 原创.
    Original,
    /// 转载: must name where from.
    Reprint {
        /// Name of the original publisher.
        name: String,
        /// Address of the original.
        url: String,
    },
}

/// All that a revision says. Its hash is what an approval names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Content {
    /// 标题.
    pub title: String,
    /// 文号, empty where there is none.
    pub document_number: String,
    /// 拟发布栏目.
    pub column_id: i64,
    /// 来源.
    pub source: Source,
    /// 正文 as cleaned HTML: p, h2–h4, ul, ol, li, a, table and inline marks.
    pub body: String,
    /// 公开属性, `None` until chosen.
    pub attribute: Option<PublicAttribute>,
    /// 理由 for 依申请公开 and 不予公开.
    pub attribute_reason: String,
    /// 法律依据 for 依申请公开 and 不予公开.
    pub legal_basis: String,
}

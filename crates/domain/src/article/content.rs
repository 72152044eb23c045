//! The fields of a revision.

use serde::{Deserialize, Serialize};

use super::PublicAttribute;

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

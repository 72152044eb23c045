//! The fields of a revision.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::PublicAttribute;
use crate::text::day::long_stamp;

/// 来源: where the text comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Source {
    /// 原创.
    Original,
    /// 转载: must name where from and when.
    Reprint {
        /// Name of the original publisher.
        name: String,
        /// Address of the original.
        url: String,
        /// When the original was published, to the minute; asked for at submission.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<DateTime<FixedOffset>>,
    },
}

impl Source {
    /// The source in words, for the card, the form and what changed.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Original => "原创".to_owned(),
            Self::Reprint { name, url, at } => {
                let published = at
                    .map(|at| format!("，原文发布于{}", long_stamp(at.naive_local())))
                    .unwrap_or_default();
                format!("转载自 {name}（{url}）{published}")
            }
        }
    }
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
    /// 正文 as cleaned HTML: p, h2–h4, ul, ol, li, a, table and inline marks,
    /// pictures and links to attachments of ours.
    pub body: String,
    /// 公开属性, `None` until chosen.
    pub attribute: Option<PublicAttribute>,
    /// 理由 for 依申请公开 and 不予公开.
    pub attribute_reason: String,
    /// 法律依据 for 依申请公开 and 不予公开.
    pub legal_basis: String,
}

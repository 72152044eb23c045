//! 退回: to whom, and why in words that can be counted.

use serde::{Deserialize, Serialize};

use super::Stage;
use crate::text::is_blank;

/// To whom an item is sent back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReturnTo {
    /// 填录人员: the review ends, the item is corrected and submitted again.
    #[default]
    Officer,
    /// 股室领导: the second review is done again on the same revision. Only from the third.
    Section,
}

impl ReturnTo {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Officer, Self::Section];

    /// The name as the database writes it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Section => "section",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Officer => "退回填录人员修改",
            Self::Section => "退回股室领导重新审核",
        }
    }

    /// Whether an item that waits at this stage can be sent there: only backwards.
    #[must_use]
    pub const fn is_open_at(self, awaited: Stage) -> bool {
        match self {
            Self::Officer => true,
            Self::Section => matches!(awaited, Stage::Release),
        }
    }
}

/// 退回原因 as the form offers it; several may apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReturnReason {
    /// 内容有误.
    Content,
    /// 格式不规范.
    Format,
    /// 依据不足.
    Basis,
    /// 涉密敏感.
    Secrecy,
    /// 附件缺失.
    Attachment,
    /// 公开属性不当.
    Attribute,
    /// 其他: says nothing by itself.
    Other,
}

impl ReturnReason {
    /// All reasons, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Content,
        Self::Format,
        Self::Basis,
        Self::Secrecy,
        Self::Attachment,
        Self::Attribute,
        Self::Other,
    ];

    /// The words on the chip.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Content => "内容有误",
            Self::Format => "格式不规范",
            Self::Basis => "依据不足",
            Self::Secrecy => "涉密敏感",
            Self::Attachment => "附件缺失",
            Self::Attribute => "公开属性不当",
            Self::Other => "其他",
        }
    }

    /// The reason of a return in one text, as opinions, the ledger and notifications carry it:
    /// the chips in the order of the form, then what was typed. Blank where nothing is said: 其他
    /// without a word of its own is no reason.
    #[must_use]
    pub fn words(reasons: &[Self], typed: &str) -> String {
        let chosen: Vec<&str> = Self::ALL
            .into_iter()
            .filter(|reason| *reason != Self::Other && reasons.contains(reason))
            .map(Self::label)
            .collect();
        match (chosen.is_empty(), is_blank(typed)) {
            (true, _) => typed.to_owned(),
            (false, true) => chosen.join("、"),
            (false, false) => format!("{}：{typed}", chosen.join("、")),
        }
    }
}

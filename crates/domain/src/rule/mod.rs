//! Update requirements as rules: what the words of the annex ask for.

mod combine;
mod label;
mod parse;
mod scan;
mod shape;
mod subject;

pub use parse::{ParsedRequirement, ReadRule, SubColumn, UnreadRequirement, read_requirement};

use serde::{Deserialize, Serialize};

/// A span of calendar time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "unit", content = "count", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Period {
    /// Calendar days.
    Days(u16),
    /// Calendar months, clamped to the end of the month (民法典 202).
    Months(u16),
}

/// How long after an event an update is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "unit", content = "count", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Limit {
    /// Working days; the day of the event is not counted.
    WorkingDays(u16),
    /// Calendar days; a last day off moves to the next working day (民法典 203).
    CalendarDays(u16),
}

/// What sets off an event rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Trigger {
    /// 文件发布: a document was issued.
    DocumentIssued,
    /// 参加活动: an activity took place or was attended.
    Activity,
    /// 内容变化: a leader, function or fact changed.
    Change,
}

impl Trigger {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::DocumentIssued => "文件发布",
            Self::Activity => "参加活动",
            Self::Change => "内容变化",
        }
    }
}

/// One rule for one duty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Rule {
    /// Must be updated again within a period after the last publication. Elapsed time, no rolling.
    Elapsed {
        /// The longest allowed distance between two publications.
        period: Period,
    },
    /// At least so many publications in each calendar year.
    Count {
        /// How many.
        per_year: u16,
    },
    /// Must be updated after an event of one of these kinds.
    Event {
        /// The kinds of event that oblige.
        triggers: Vec<Trigger>,
        /// How long after the event.
        limit: Limit,
    },
    /// 按信访要求回复: the deadline is that of each letter, no clock on the column.
    Reply,
    /// An item older than this must be taken down or archived.
    MaximumAge {
        /// The greatest age of an item.
        period: Period,
    },
    /// 全市统一更新: kept by somebody outside the county, no clock.
    External,
}

/// Where an applied rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RuleSource {
    /// The cell 更新要求 of the annex.
    Annex,
    /// The body of the notice: a floor for columns of this kind.
    Floor,
    /// Once a year at the least for columns that have event rules only.
    Yearly,
    /// Set by a coordinator.
    Coordinator,
}

impl RuleSource {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Annex => "分工表",
            Self::Floor => "通知正文",
            Self::Yearly => "每年至少一次",
            Self::Coordinator => "协调人设定",
        }
    }
}

/// A rule with its source, its words and its legal basis.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AppliedRule {
    /// What is asked for.
    pub rule: Rule,
    /// Where it comes from.
    pub source: RuleSource,
    /// The words it was read from, as they stand in the source.
    pub source_text: String,
    /// The legal basis, in Chinese, empty where none is known.
    pub basis: String,
    /// Where two sources differ on the same rule: what was set aside and why, in Chinese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
}

/// Who must keep a duty that has several owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DutyMode {
    /// 共同责任: any owner's update keeps the column fresh; all answer for it.
    Shared,
    /// 各自责任: every owner owes its own update.
    Each,
}

impl DutyMode {
    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Shared => "共同责任",
            Self::Each => "各自责任",
        }
    }
}

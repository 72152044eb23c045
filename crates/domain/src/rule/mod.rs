//! Update requirements as rules: what the words of the annex ask for.

mod combine;
mod inherit;
mod label;
mod parse;
mod scan;
mod shape;
mod subject;

pub use inherit::{ColumnSetting, InForce, Reach, rules_in_force};
pub use label::RuleKind;
pub use parse::{ParsedRequirement, ReadRule, SubColumn, UnreadRequirement, read_requirement};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parameters::{Figure, Parameters};

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
    /// All kinds, in the order in which choices show them.
    pub const ALL: [Self; 3] = [Self::DocumentIssued, Self::Activity, Self::Change];

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

/// What changed, for [`Trigger::Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ChangeSubject {
    /// 领导变更.
    Leader,
    /// 职能调整.
    Function,
    /// 其他事实变化: address, telephone, fees, how a service is used.
    Fact,
}

impl ChangeSubject {
    /// All of them, in the order in which choices show them.
    pub const ALL: [Self; 3] = [Self::Leader, Self::Function, Self::Fact];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Leader => "领导变更",
            Self::Function => "职能调整",
            Self::Fact => "其他事实变化",
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
    /// The figure from which the days are taken; what [`AppliedRule::rule`] says then is what it
    /// was when the rule was read. `None` where the words have days of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The column above at which a coordinator set it, as a path; `None` for rules of the column
    /// itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inherited_from: Option<String>,
    /// First day on which it holds, where a coordinator set it: nothing is due under it earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<NaiveDate>,
}

impl AppliedRule {
    /// A rule from a source, without words.
    #[must_use]
    pub const fn of(rule: Rule, source: RuleSource) -> Self {
        Self {
            rule,
            source,
            source_text: String::new(),
            basis: String::new(),
            conflict: None,
            figure: None,
            inherited_from: None,
            effective_from: None,
        }
    }

    /// The same rule with its days as they are in force.
    #[must_use]
    pub fn in_force(&self, parameters: &Parameters) -> Rule {
        match (&self.rule, self.figure) {
            (Rule::Elapsed { period }, Some(figure)) => Rule::Elapsed {
                period: parameters.period(figure).unwrap_or(*period),
            },
            (Rule::Event { triggers, limit }, Some(figure)) => Rule::Event {
                triggers: triggers.clone(),
                limit: parameters.limit(figure).unwrap_or(*limit),
            },
            (rule, _) => rule.clone(),
        }
    }
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

//! Rules in a few Chinese words, for lists and arithmetic.

use serde::{Deserialize, Serialize};

use super::{Limit, Period, Rule, Trigger};

/// What a rule asks for, without its days: for filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RuleKind {
    /// 按时间间隔.
    Elapsed,
    /// 按全年次数.
    Count,
    /// 按触发事件.
    Event,
    /// 按信息保留期限.
    MaximumAge,
    /// 按来信时限.
    Reply,
    /// 县外更新.
    External,
}

impl RuleKind {
    /// All kinds, in the order in which filters show them.
    pub const ALL: [Self; 6] = [
        Self::Elapsed,
        Self::Count,
        Self::Event,
        Self::MaximumAge,
        Self::Reply,
        Self::External,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Elapsed => "按时间间隔",
            Self::Count => "按全年次数",
            Self::Event => "按触发事件",
            Self::MaximumAge => "按保留期限",
            Self::Reply => "按来信时限",
            Self::External => "县外更新",
        }
    }

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Elapsed => "elapsed",
            Self::Count => "count",
            Self::Event => "event",
            Self::MaximumAge => "maximum_age",
            Self::Reply => "reply",
            Self::External => "external",
        }
    }
}

impl Period {
    /// E.g. 14日, 6个月, 1年.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Days(days) => format!("{days}日"),
            Self::Months(months) if months > 0 && months % 12 == 0 => format!("{}年", months / 12),
            Self::Months(months) => format!("{months}个月"),
        }
    }
}

impl Limit {
    /// E.g. 3个工作日, 2日.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::WorkingDays(days) => format!("{days}个工作日"),
            Self::CalendarDays(days) => format!("{days}日"),
        }
    }

    /// How many days, of whichever kind.
    #[must_use]
    pub const fn days(self) -> u16 {
        match self {
            Self::WorkingDays(days) | Self::CalendarDays(days) => days,
        }
    }
}

impl Rule {
    /// The rule in a few words, e.g. 文件发布后3个工作日内更新.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            Self::Elapsed { period } => format!("{}内更新", period.label()),
            Self::Count { per_year } => format!("每年不少于{per_year}次"),
            Self::Event { triggers, limit } => {
                let triggers: Vec<&str> = triggers.iter().map(|t| t.label()).collect();
                format!("{}后{}内更新", triggers.join("或者"), limit.label())
            }
            Self::Reply => "按来信时限回复".to_owned(),
            Self::MaximumAge { period } => format!("信息保留不超过{}", period.label()),
            Self::External => "由县外单位统一更新".to_owned(),
        }
    }

    /// How it is counted, in a sentence without a full stop: for whoever checks how words were read.
    #[must_use]
    pub fn reading(&self) -> String {
        let how = match self {
            Self::Elapsed { period } => format!("距上次发布不超过{}", period.label()),
            Self::Count { per_year } => format!("每个自然年不少于{per_year}次"),
            Self::Event { limit, .. } => {
                let days = match limit {
                    Limit::WorkingDays(_) => "只计工作日，事件当日不计",
                    Limit::CalendarDays(_) => "按日历日计，事件当日不计，末日为休息日的顺延",
                };
                format!("{}，{days}", self.label())
            }
            Self::Reply | Self::MaximumAge { .. } | Self::External => self.label(),
        };
        format!("{}：{how}", self.kind().label())
    }

    /// What it asks for, without its days.
    #[must_use]
    pub const fn kind(&self) -> RuleKind {
        match self {
            Self::Elapsed { .. } => RuleKind::Elapsed,
            Self::Count { .. } => RuleKind::Count,
            Self::Event { .. } => RuleKind::Event,
            Self::Reply => RuleKind::Reply,
            Self::MaximumAge { .. } => RuleKind::MaximumAge,
            Self::External => RuleKind::External,
        }
    }

    /// The kinds of event that oblige; empty for rules that no event sets off.
    #[must_use]
    pub fn triggers(&self) -> &[Trigger] {
        match self {
            Self::Event { triggers, .. } => triggers,
            _ => &[],
        }
    }
}

//! Figures that a coordinator can change: data with a basis and an effective date, never constants
//! scattered in code. The defaults here seed a new site.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::rule::{Limit, Period};

/// The figures that rules are read and judged with, as they are in force on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Parameters {
    /// 文件发布: the notice's body says 3 working days; the annex's 3日/3天 is shown as a conflict.
    pub document_issued: Limit,
    /// 参加活动后一天内更新.
    pub activity: Limit,
    /// 工作动态在2日内更新.
    pub work_news: Limit,
    /// 变化后立即更新.
    pub change_at_once: Limit,
    /// 及时更新.
    pub timely: Limit,
    /// 变化后更新.
    pub after_change: Limit,
    /// Floor for 动态要闻.
    pub floor_news: Period,
    /// Floor for 通知公告.
    pub floor_notice: Period,
    /// Floor for 政策文件.
    pub floor_policy: Period,
    /// Floor for 人事.
    pub floor_personnel: Period,
    /// Floor for 规划计划.
    pub floor_planning: Period,
    /// The least for columns that have event rules only.
    pub yearly: Period,
    /// How many days before the due date a duty of up to a month counts as due soon.
    pub soon_short_days: u16,
    /// The same for longer periods.
    pub soon_long_days: u16,
}

/// One figure as stored: a key, a value, its basis and the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ParameterValue {
    /// Name of the field of [`Parameters`], e.g. `document_issued`.
    pub key: String,
    /// The value as JSON of the field's type.
    pub value: serde_json::Value,
    /// Legal basis, in Chinese.
    pub basis: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
}

//! Figures that a coordinator can change: data with a basis and an effective date, never constants
//! scattered in code. The defaults here seed a new site.

mod figure;
mod figures;
mod timeline;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::rule::{Limit, Period};

pub use figure::Figure;
pub use figures::{FigureGroup, default_values, number_unit, parameter_label, value_label};
pub use timeline::Timeline;

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
    /// 首页不更新: from so many days without a publication on the home page the site fails.
    pub red_home_days: u16,
    /// From so many days on it is warned of.
    pub red_home_warning: u16,
    /// 栏目不更新: news must be younger than so many days.
    pub red_news_days: u16,
    /// 栏目不更新: notices and policies must be younger than so many months.
    pub red_notice_months: u16,
    /// 栏目不更新: from so many columns on the site fails.
    pub red_not_updated: u16,
    /// From so many on it is warned of.
    pub red_not_updated_warning: u16,
    /// 应更新未更新: from so many columns on the site fails.
    pub red_overdue: u16,
    /// From so many on it is warned of.
    pub red_overdue_warning: u16,
    /// 空白栏目: from so many columns on the site fails.
    pub red_blank: u16,
    /// From so many on it is warned of.
    pub red_blank_warning: u16,
    /// 事后审核: an emergency release is reviewed within so many hours by the clock.
    pub emergency_review_hours: u16,
    /// 评估审查: what is withheld is looked at again after so many months.
    pub withheld_assessment_months: u16,
}

/// One figure as stored: a key, a value, its basis and the day from which it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ParameterValue {
    /// Name of the field of [`Parameters`], e.g. `document_issued`.
    pub key: String,
    /// The value as JSON of the field's type.
    pub value: Value,
    /// Legal basis, in Chinese.
    pub basis: String,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
}

/// A figure that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterProblem {
    /// Its key, as it came.
    pub key: String,
    /// What is wrong and how to mend it, in Chinese.
    pub message: String,
}

impl Default for Parameters {
    /// The shipped figures; [`default_values`] has the basis of each.
    fn default() -> Self {
        Self {
            document_issued: Limit::WorkingDays(3),
            activity: Limit::CalendarDays(1),
            work_news: Limit::CalendarDays(2),
            change_at_once: Limit::WorkingDays(1),
            timely: Limit::WorkingDays(3),
            after_change: Limit::WorkingDays(5),
            floor_news: Period::Days(14),
            floor_notice: Period::Months(6),
            floor_policy: Period::Months(6),
            floor_personnel: Period::Months(12),
            floor_planning: Period::Months(12),
            yearly: Period::Months(12),
            soon_short_days: 3,
            soon_long_days: 14,
            red_home_days: 14,
            red_home_warning: 10,
            red_news_days: 14,
            red_notice_months: 6,
            red_not_updated: 5,
            red_not_updated_warning: 3,
            red_overdue: 10,
            red_overdue_warning: 7,
            red_blank: 5,
            red_blank_warning: 3,
            emergency_review_hours: 24,
            withheld_assessment_months: 12,
        }
    }
}

impl Parameters {
    /// The figures in force on `day`: of each key the latest value whose first day is not after
    /// it; of two with the same first day the one that stands later in `values`. A key without a
    /// value keeps the shipped figure, so that a new key needs no migration.
    ///
    /// # Errors
    /// A key that is no figure (of any day), or a value in force that [`check_value`] refuses.
    pub fn on(day: NaiveDate, values: &[ParameterValue]) -> Result<Self, ParameterProblem> {
        let mut latest: BTreeMap<&str, &ParameterValue> = BTreeMap::new();
        for value in values {
            known(&value.key)?;
            let is_newer = latest
                .get(value.key.as_str())
                .is_none_or(|held| held.effective_from <= value.effective_from);
            if value.effective_from <= day && is_newer {
                latest.insert(&value.key, value);
            }
        }
        let mut parameters = Self::default();
        for (key, held) in latest {
            parameters = parameters.with(key, &held.value)?;
        }
        Ok(parameters)
    }

    /// The same figures with one of them replaced.
    ///
    /// # Errors
    /// As [`check_value`].
    pub fn with(&self, key: &str, value: &Value) -> Result<Self, ParameterProblem> {
        let label = known(key)?;
        let refused = |wanted: &str| ParameterProblem {
            key: key.to_owned(),
            message: format!("参数“{label}”（{key}）的值不可用，{wanted}"),
        };
        let mut fields = serde_json::to_value(self).map_err(|_| refused("请联系系统管理员"))?;
        let expected = fields.get(key).map_or("请联系系统管理员", figures::shape);
        fields[key] = value.clone();
        let replaced: Self = serde_json::from_value(fields).map_err(|_| refused(expected))?;
        if figures::is_sensible(value) {
            Ok(replaced)
        } else {
            Err(refused(expected))
        }
    }
}

/// Checks a figure before it is stored.
///
/// # Errors
/// The key is no figure, the value has another shape, or it lies outside what makes sense:
/// periods from 1 to 3,660 days or 120 months, limits and days of warning from 0 (the same day)
/// to 366 days.
pub fn check_value(key: &str, value: &Value) -> Result<(), ParameterProblem> {
    Parameters::default().with(key, value).map(|_| ())
}

fn known(key: &str) -> Result<&'static str, ParameterProblem> {
    parameter_label(key).ok_or_else(|| ParameterProblem {
        key: key.to_owned(),
        message: format!("没有名为“{key}”的参数，请核对参数名称"),
    })
}

//! The figures that rules refer to by name, so that a change of the figure changes the rule.

use serde::{Deserialize, Serialize};

use super::Parameters;
use crate::rule::{Limit, Period};

/// A figure from which a rule takes its days, named as the field of [`Parameters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Figure {
    /// 文件发布后上网期限.
    DocumentIssued,
    /// 参加活动后更新期限.
    Activity,
    /// 工作动态更新期限.
    WorkNews,
    /// 变化后立即更新的期限.
    ChangeAtOnce,
    /// 及时更新的期限.
    Timely,
    /// 变化后更新的期限.
    AfterChange,
    /// 动态要闻类底线.
    FloorNews,
    /// 通知公告类底线.
    FloorNotice,
    /// 政策文件类底线.
    FloorPolicy,
    /// 人事类底线.
    FloorPersonnel,
    /// 规划计划类底线.
    FloorPlanning,
    /// 只按事项更新的栏目每年核对.
    Yearly,
}

impl Parameters {
    /// The limit after an event; `None` for figures that are periods.
    #[must_use]
    pub const fn limit(&self, figure: Figure) -> Option<Limit> {
        Some(match figure {
            Figure::DocumentIssued => self.document_issued,
            Figure::Activity => self.activity,
            Figure::WorkNews => self.work_news,
            Figure::ChangeAtOnce => self.change_at_once,
            Figure::Timely => self.timely,
            Figure::AfterChange => self.after_change,
            Figure::FloorNews
            | Figure::FloorNotice
            | Figure::FloorPolicy
            | Figure::FloorPersonnel
            | Figure::FloorPlanning
            | Figure::Yearly => return None,
        })
    }

    /// The longest distance between two updates; `None` for figures that are limits.
    #[must_use]
    pub const fn period(&self, figure: Figure) -> Option<Period> {
        Some(match figure {
            Figure::FloorNews => self.floor_news,
            Figure::FloorNotice => self.floor_notice,
            Figure::FloorPolicy => self.floor_policy,
            Figure::FloorPersonnel => self.floor_personnel,
            Figure::FloorPlanning => self.floor_planning,
            Figure::Yearly => self.yearly,
            Figure::DocumentIssued
            | Figure::Activity
            | Figure::WorkNews
            | Figure::ChangeAtOnce
            | Figure::Timely
            | Figure::AfterChange => return None,
        })
    }
}

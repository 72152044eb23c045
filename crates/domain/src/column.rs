//! Columns (栏目) and their kinds.

use serde::{Deserialize, Serialize};

/// What a column is for. The floors of the notice and the national thresholds refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ColumnKind {
    /// 动态要闻: floor 2 weeks.
    News,
    /// 通知公告: floor 6 months.
    Notice,
    /// 政策文件: floor 6 months.
    Policy,
    /// 人事: floor 1 year.
    Personnel,
    /// 规划计划: floor 1 year.
    Planning,
    /// 概况.
    Overview,
    /// 机构.
    Organisation,
    /// 领导.
    Leaders,
    /// 互动.
    Interaction,
    /// 专题.
    Topic,
    /// 其他.
    Other,
}

impl ColumnKind {
    /// All kinds, in the order in which lists show them.
    pub const ALL: [Self; 11] = [
        Self::News,
        Self::Notice,
        Self::Policy,
        Self::Personnel,
        Self::Planning,
        Self::Overview,
        Self::Organisation,
        Self::Leaders,
        Self::Interaction,
        Self::Topic,
        Self::Other,
    ];

    /// The name in the interface.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::News => "动态要闻",
            Self::Notice => "通知公告",
            Self::Policy => "政策文件",
            Self::Personnel => "人事",
            Self::Planning => "规划计划",
            Self::Overview => "概况",
            Self::Organisation => "机构",
            Self::Leaders => "领导",
            Self::Interaction => "互动",
            Self::Topic => "专题",
            Self::Other => "其他",
        }
    }
}

//! A few icons of our own, drawn with one line.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// 今日待办.
    Today,
    /// 责任矩阵.
    Matrix,
    /// 更新日历.
    Calendar,
    /// 红线.
    RedLine,
    /// 触发事件.
    Event,
    /// 审核箱.
    Inbox,
    /// 稿件.
    Article,
    /// 存疑发布.
    Evidence,
    /// 台账.
    Ledger,
    /// 期限参数.
    Figures,
    /// 人员.
    People,
    /// 工作日历.
    WorkCalendar,
    /// 委托代办.
    Delegation,
    /// 用语库.
    Terms,
    /// 紧急发布.
    Emergency,
    /// 工作机构.
    Roster,
    /// 数据备份.
    Backup,
    /// 统计分析.
    Overview,
    /// 搜索.
    Search,
    /// 消息.
    Bell,
    /// 更多.
    More,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Today => "M4 6h2m3 0h11M4 12h2m3 0h11M4 18h2m3 0h11",
            Self::Matrix => "M4 4h16v16H4zM4 10h16M4 15h16M10 4v16M15 4v16",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
            Self::RedLine => "M4 18a8 8 0 1 1 16 0M12 18l4-6M4 21h16",
            Self::Event => "M13 3L5 14h6l-1 7 8-11h-6z",
            Self::Inbox => "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
            Self::Article => "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
            Self::Evidence => "M12 3l8 4v5c0 5-3.500 8-8 9-4.500-1-8-4-8-9V7zM12 8v5M12 16v.500",
            Self::Ledger => "M6 3h13v18H6zM6 3a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2M10 8h6M10 12h6",
            Self::WorkCalendar => "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M9 15l2 2 4-4",
            Self::Emergency => "M6 18v-5a6 6 0 0 1 12 0v5M4 18h16v3H4zM12 2v2M4 5l2 2M20 5l-2 2",
            Self::Backup => "M4 6c0-4 16-4 16 0s-16 4-16 0v12c0 4 16 4 16 0V6M4 12c0 4 16 4 16 0",
            Self::Overview => "M4 20h16M7 20v-6M12 20V5M17 20v-9",
            Self::Search => "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
            Self::Bell => "M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM10 21h4",
            Self::More => "M5 12h.100M12 12h.100M19 12h.100M4 6h16M4 18h16",
            Self::Delegation => {
                "M8 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-6 6-6s6 2 6 6M15 9h7M19 5l3 4-3 4"
            }
            Self::Terms => "M4 5h10M4 11h7M4 17h5M13 16l2.500 3L21 12",
            Self::Roster => {
                "M5 3h14v18H5zM9 9a3 3 0 1 0 6 0 3 3 0 0 0-6 0zM8 18c0-3 2-4 4-4s4 1 4 4"
            }
            Self::Figures => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l4 2",
            Self::People => {
                "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-6 7-6s7 2 7 6M17 5a3 3 0 0 1 0 6M18 15c2 .6 4 2.500 4 6"
            }
        }
    }
}

/// An icon beside a word; it says nothing by itself.
#[component]
pub fn IconView(
    /// Which.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
}

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
    /// 审核箱.
    Inbox,
    /// 稿件.
    Article,
    /// 台账.
    Ledger,
    /// 期限参数.
    Figures,
    /// 人员.
    People,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Today => "M4 6h2m3 0h11M4 12h2m3 0h11M4 18h2m3 0h11",
            Self::Matrix => "M4 4h16v16H4zM4 10h16M4 15h16M10 4v16M15 4v16",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
            Self::Inbox => "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
            Self::Article => "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
            Self::Ledger => "M6 3h13v18H6zM6 3a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2M10 8h6M10 12h6",
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

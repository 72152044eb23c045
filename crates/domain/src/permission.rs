//! What a person may see and do, by posts. Deny by default. The SPA asks the same functions to
//! decide what it shows as the server does to decide what it allows.

use serde::{Deserialize, Serialize};

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Permission {
    /// 今日待办 of one's own.
    ViewToday,
    /// The matrix of one's own departments.
    ViewOwnMatrix,
    /// The matrix and calendar of the whole county.
    ViewWholeMatrix,
    /// 更新日历.
    ViewCalendar,
    /// 审核箱: decide at stage 2 or 3.
    ReviewArticles,
    /// Write and submit items for one's own department.
    WriteArticles,
    /// The ledger of one's own departments.
    ViewOwnLedger,
    /// The ledger of the whole site.
    ViewWholeLedger,
    /// Run the check of the chain.
    VerifyLedger,
    /// Register trigger events.
    RegisterEvents,
    /// Change the matrix, the calendar and the figures.
    ManageMatrix,
    /// Create and close people's accounts.
    ManagePeople,
    /// Grant and end posts.
    GrantPosts,
}

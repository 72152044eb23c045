//! 消息: what a person was told.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// `GET /notifications` gives pages of these, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotificationRow {
    /// Its id; higher is later.
    pub id: i64,
    /// What happened.
    pub text: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Whether the person has marked it as read.
    pub read: bool,
    /// The item that it is about, where there is one and the person still sees it.
    pub article_id: Option<i64>,
    /// Whether that item waits for a review by the person now.
    pub to_review: bool,
}

/// `POST /notifications/read`: one, or all up to one; exactly one of the two is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MarkRead {
    /// This one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// This one and all before it: what came after the list was fetched stays unread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<i64>,
}

/// The answer: what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unread {
    /// How many are unread.
    pub unread: u64,
}

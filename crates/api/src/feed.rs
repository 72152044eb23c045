//! Calendar feeds.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// `POST /feeds`: 开通日历订阅.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateFeed {
    /// The department whose due dates it holds; `None` for those that the person sees.
    pub department_id: Option<i64>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedFeed {
    /// Its id.
    pub id: i64,
    /// The path of the feed, with its secret; told once, empty when a retry asks again.
    pub path: String,
}

/// A feed, in the list of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedView {
    /// Its id.
    pub id: i64,
    /// The department; `None` for what the person sees.
    pub department_name: Option<String>,
    /// When it was made.
    pub created_at: DateTime<FixedOffset>,
    /// When a program read it last, to the hour; `None` if never.
    pub last_read_at: Option<DateTime<FixedOffset>>,
}

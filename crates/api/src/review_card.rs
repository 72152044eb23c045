//! The review card beside the article: where it stands in the inbox, when it is due, and what it
//! can be compared with.

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::article::Content;
use lanmu_domain::freshness::Status;
use serde::{Deserialize, Serialize};

/// `GET /articles/{id}/review-card`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewCardView {
    /// When the column must be updated, where the department owes it an update.
    pub due: Option<CardDue>,
    /// When the item was submitted last, while a review runs.
    pub submitted_at: Option<DateTime<FixedOffset>>,
    /// The item before it in the person's inbox.
    pub previous: Option<i64>,
    /// The item after it.
    pub next: Option<i64>,
    /// Its place in the inbox, from 1; `None` where it waits for somebody else.
    pub place: Option<u64>,
    /// How many wait for the person.
    pub waiting: u64,
    /// What it can be compared with, the most telling first.
    pub against: Vec<Against>,
}

/// The deadline of the column under review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardDue {
    /// How the duty stands today.
    pub status: Status,
    /// The due date.
    pub due: NaiveDate,
    /// Days until then; negative once it has passed.
    pub days_left: i64,
}

/// What an item is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Against {
    /// What this person saw last before the current revision.
    Seen,
    /// What is public.
    Live,
    /// What was submitted before.
    Submitted,
}

impl Against {
    /// All, the most telling first.
    pub const ALL: [Self; 3] = [Self::Seen, Self::Live, Self::Submitted];

    /// The name as addresses write it; the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Live => "live",
            Self::Submitted => "submitted",
        }
    }

    /// The words on the tab.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Seen => "与我上次看到的对比",
            Self::Live => "与已发布对比",
            Self::Submitted => "与上次提交对比",
        }
    }
}

/// `GET /articles/{id}/comparison?against=`: the other content. The browser compares it with the
/// current one by `lanmu_domain::diff`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// What was asked for.
    pub against: Against,
    /// The names of the current column from the root down.
    pub column_path: Vec<String>,
    /// The other content; `None` where there is none.
    pub former: Option<FormerContent>,
}

/// A content that the current one is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormerContent {
    /// What it says.
    pub content: Content,
    /// The names of its column from the root down.
    pub column_path: Vec<String>,
    /// When it was written (what was seen), went public or was submitted.
    pub at: DateTime<FixedOffset>,
}

/// `POST /articles/{id}/seen`: this revision is on the person's card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MarkSeen {
    /// The hash of the revision.
    pub revision: String,
}

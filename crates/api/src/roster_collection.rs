//! 收集: the rosters are asked for by a deadline.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::roster::HandInStatus;
use serde::{Deserialize, Serialize};

/// A collection in `GET /roster-collections`, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectionRow {
    /// Its id.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// The deadline.
    pub due: DateTime<FixedOffset>,
    /// Who opened it.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// When it was closed, if it was.
    pub closed_at: Option<DateTime<FixedOffset>>,
    /// How many departments are asked.
    pub asked: usize,
    /// How many have handed in.
    pub handed_in: usize,
}

/// `GET /roster-collections/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectionView {
    /// The collection.
    #[serde(flatten)]
    pub row: CollectionRow,
    /// The departments that are asked, in their order.
    pub departments: Vec<CollectedDepartment>,
}

/// A department in a collection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CollectedDepartment {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// How it stands.
    pub status: HandInStatus,
    /// When it handed in first.
    pub first_at: Option<DateTime<FixedOffset>>,
    /// When it handed in last, where that is not the first.
    pub last_at: Option<DateTime<FixedOffset>>,
    /// By whom it handed in last.
    pub by: String,
    /// The newest scan of the sealed form, by the id of its document.
    pub scan_id: Option<i64>,
    /// When it was last reminded.
    pub reminded_at: Option<DateTime<FixedOffset>>,
    /// How often it was.
    pub reminders: i32,
    /// Whether anybody there has an account and can hand in.
    pub has_people: bool,
}

/// `POST /roster-collections`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenCollection {
    /// Its title.
    pub title: String,
    /// The deadline.
    pub due: DateTime<FixedOffset>,
    /// Whom it asks; none means all departments.
    #[serde(default)]
    pub department_ids: Vec<i64>,
}

/// `POST /roster-collections/{id}/remind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemindDepartments {
    /// Whom; none means everybody who has not handed in.
    #[serde(default)]
    pub department_ids: Vec<i64>,
    /// Whether to remind those that were reminded today already.
    #[serde(default)]
    pub again: bool,
}

/// The answer to [`RemindDepartments`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reminded {
    /// How many departments were told.
    pub departments: usize,
    /// How many people.
    pub people: usize,
    /// The names of those departments where nobody has an account.
    pub without_people: Vec<String>,
}

/// `POST /roster-collections/{id}/hand-ins`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandIn {
    /// The department that hands in.
    pub department_id: i64,
}

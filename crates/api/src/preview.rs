//! What a change of the calendar or of a figure would move.

use chrono::NaiveDate;
use lanmu_domain::freshness::Status;
use serde::{Deserialize, Serialize};

/// The deadlines that a change would move, before it is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MovedDeadlines {
    /// The day for which the statuses hold.
    pub today: NaiveDate,
    /// By the new due date, then by the order of the table.
    pub moved: Vec<MovedDeadline>,
}

/// An obligation whose due date would be another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MovedDeadline {
    /// The duty.
    pub duty_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Who owes it: one department for duties owed by each, all owners for shared ones.
    pub department_ids: Vec<i64>,
    /// The names of those departments.
    pub department_names: Vec<String>,
    /// The due date as it is now; `None` where nothing falls due.
    pub before: Option<NaiveDate>,
    /// The due date as it would be.
    pub after: Option<NaiveDate>,
    /// The status as it is now.
    pub status_before: Status,
    /// The status as it would be.
    pub status_after: Status,
}

//! What a change would move, shown before it is confirmed.

use chrono::NaiveDate;
use lanmu_domain::freshness::Status;
use serde::{Deserialize, Serialize};

/// The answer of every `…/preview`: nothing was stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewView {
    /// The day for which deadlines and statuses are compared: the first day of the change.
    pub day: NaiveDate,
    /// The obligations that stand differently, in the order of the table.
    pub moved: Vec<MovedDeadline>,
}

/// An obligation whose due date or status changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MovedDeadline {
    /// The duty.
    pub duty_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Who owes it; where the owners change, who owes it then. Empty: nobody.
    pub department_ids: Vec<i64>,
    /// The names of those departments.
    pub department_names: Vec<String>,
    /// The due date without the change; `None` where nothing is due.
    pub before: Option<NaiveDate>,
    /// The due date with it.
    pub after: Option<NaiveDate>,
    /// The status without the change; 不计时 also for a department that does not answer for it.
    pub status_before: Status,
    /// The status with it.
    pub status_after: Status,
}

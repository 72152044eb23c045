//! 更新日历.

use chrono::NaiveDate;
use lanmu_domain::calendar::DayKind;
use lanmu_domain::freshness::Status;
use serde::{Deserialize, Serialize};

use crate::obligation::ObligationView;

/// Days at most between `from` and `to`.
pub const SPAN_MAX: i64 = 366;

/// `GET /calendar?from=&to=`, optionally `&department_id=`: what falls due in a span of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarView {
    /// The day for which the statuses hold.
    pub today: NaiveDate,
    /// Every day of the span.
    pub days: Vec<CalendarDay>,
    /// What falls due in the span, by due date, then by status, then by the order of the table.
    pub entries: Vec<ObligationView>,
    /// How many obligations have each status today, whether or not they fall due in the span.
    pub totals: Vec<StatusCount>,
}

/// A day of the working-day calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// Working day, make-up day, weekend or holiday.
    pub kind: DayKind,
    /// Whether its year's arrangement has been announced.
    pub announced: bool,
}

/// How many obligations have a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many.
    pub count: u64,
}

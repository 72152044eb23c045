//! The past: how columns stood over a year, and who was on time.

use chrono::NaiveDate;
use lanmu_domain::freshness::{Lateness, StatusRun};
use serde::{Deserialize, Serialize};

/// `GET /years/{year}?department_id=` or `?duty_id=`: how columns stood on every day of a year, by
/// what is known today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearView {
    /// The year.
    pub year: i32,
    /// The last day shown: 31 December, or today.
    pub until: NaiveDate,
    /// One for each obligation, in the order of the table.
    pub strips: Vec<YearStrip>,
}

/// An obligation over a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearStrip {
    /// The duty.
    pub duty_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Who owes it.
    pub department_names: Vec<String>,
    /// Days in a row with the same status.
    pub runs: Vec<StatusRun>,
}

/// `GET /punctuality?from=&to=`, optionally `&department_id=`: 按时率.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PunctualityView {
    /// First day.
    pub from: NaiveDate,
    /// Last day, not after today.
    pub to: NaiveDate,
    /// One row for each department that owed something, worst rate first.
    pub departments: Vec<DepartmentPunctuality>,
    /// What was late, where one department is asked for; by due date.
    pub late: Vec<LateItem>,
}

/// How a department kept its dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DepartmentPunctuality {
    /// The department.
    pub department_id: i64,
    /// Its name.
    pub department_name: String,
    /// Obligations that ran in the period.
    pub obligations: u32,
    /// Those without a late day.
    pub on_time: u32,
    /// Late days of all of them together.
    pub late_days: u32,
}

impl DepartmentPunctuality {
    /// On-time obligations per thousand, rounded down; 1000 where nothing was owed.
    #[must_use]
    pub fn per_mille(&self) -> u32 {
        (self.on_time * 1000)
            .checked_div(self.obligations)
            .unwrap_or(1000)
    }

    /// The rate in words, e.g. 98.5%.
    #[must_use]
    pub fn rate(&self) -> String {
        let rate = self.per_mille();
        format!("{}.{}%", rate / 10, rate % 10)
    }
}

/// Something that was late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LateItem {
    /// The duty.
    pub duty_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Title of the event that was not answered in time; empty for a column that grew stale.
    pub event_title: String,
    /// What was due, when it was made good, how many days late.
    pub lateness: Lateness,
}

/// `GET /punctuality/months?until=&months=`: 按时率 month by month, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PunctualityMonths {
    /// Whole months, the last one up to the day asked for.
    pub months: Vec<PunctualityMonth>,
}

/// 按时率 in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PunctualityMonth {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// One row for each department that owed something, in the county's order.
    pub departments: Vec<DepartmentPunctuality>,
}

impl PunctualityMonth {
    /// All its departments together; what several owe counts for each of them. `None` where
    /// nothing was owed.
    #[must_use]
    pub fn whole(&self) -> Option<DepartmentPunctuality> {
        let mut whole = DepartmentPunctuality {
            department_id: 0,
            department_name: String::new(),
            obligations: 0,
            on_time: 0,
            late_days: 0,
        };
        for row in &self.departments {
            whole.obligations += row.obligations;
            whole.on_time += row.on_time;
            whole.late_days += row.late_days;
        }
        (whole.obligations > 0).then_some(whole)
    }
}

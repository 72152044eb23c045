//! What is owed: every obligation with its status, for lists, the look-ahead and exports.
//!
//! Browser and server filter with the same [`ObligationFilter`], so that an export holds what the
//! screen shows.

mod load;

use chrono::{Days, NaiveDate};
use lanmu_domain::freshness::Status;
use lanmu_domain::rule::RuleKind;
use serde::{Deserialize, Serialize};

use crate::calendar::{CalendarDay, StatusCount};

pub use load::{Load, loads};

/// How many days ahead a list shows what is fresh without being asked for it, and the look-ahead
/// goes.
pub const AHEAD_DAYS: u64 = 30;

/// `GET /obligations`, optionally `?department_id=&as_of=`: a document, not a list; the views
/// filter it in the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ObligationsView {
    /// The day for which the statuses hold.
    pub today: NaiveDate,
    /// Whether that is a day in the past, with what was known then.
    pub past: bool,
    /// Every obligation, by due date (none last), then by status, then by the order of the table.
    pub items: Vec<ObligationView>,
    /// How many have each status.
    pub totals: Vec<StatusCount>,
    /// The day and the 30 after it.
    pub days: Vec<CalendarDay>,
}

/// A duty and the department or departments that owe it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ObligationView {
    /// The due date; `None` where no clock runs.
    pub due: Option<NaiveDate>,
    /// The duty.
    pub duty_id: i64,
    /// Its column.
    pub column_id: i64,
    /// The names of the column from the root down.
    pub column_path: Vec<String>,
    /// Who owes it: one department for duties owed by each, all owners for shared ones.
    pub department_ids: Vec<i64>,
    /// The names of those departments.
    pub department_names: Vec<String>,
    /// Its status.
    pub status: Status,
    /// What kind of rule decides; `None` where there is no rule.
    pub rule: Option<RuleKind>,
    /// The arithmetic of the rule that decides, in one sentence.
    pub arithmetic: String,
    /// The day of the last evidence.
    pub last_updated_on: Option<NaiveDate>,
    /// Whether a year without an announced arrangement was touched.
    pub unannounced: bool,
}

/// `GET /reviewers`: who reviews for which departments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewerView {
    /// The person.
    pub person_id: i64,
    /// The name.
    pub name: String,
    /// The departments for which the person reviews.
    pub department_ids: Vec<i64>,
}

/// Which obligations are shown; every part that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ObligationFilter {
    /// Only what this department owes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<i64>,
    /// Only with this status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(inline))]
    pub status: Option<Status>,
    /// Only where this kind of rule decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(inline))]
    pub rule: Option<RuleKind>,
    /// Only departments for which this person reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<i64>,
    /// Words, all of which stand in the column's path or the departments' names.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// Only what is due on this day or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Only what is due on this day or earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl ObligationFilter {
    /// Whether an obligation is asked for. `reviewed` are the departments of the reviewer asked
    /// for.
    #[must_use]
    pub fn admits(&self, item: &ObligationView, reviewed: Option<&[i64]>) -> bool {
        let of = |departments: &[i64]| {
            item.department_ids
                .iter()
                .any(|id| departments.contains(id))
        };
        self.department.is_none_or(|id| of(&[id]))
            && self.status.is_none_or(|status| status == item.status)
            && self.rule.is_none_or(|rule| item.rule == Some(rule))
            && reviewed.is_none_or(of)
            && self
                .from
                .is_none_or(|from| item.due.is_some_and(|due| from <= due))
            && self
                .to
                .is_none_or(|to| item.due.is_some_and(|due| due <= to))
            && self.has_words(item)
    }

    /// Whether the list shows an obligation: unless something is asked for, nothing that is fresh
    /// beyond the next 30 days, and nothing without a clock.
    #[must_use]
    pub fn lists(&self, item: &ObligationView, reviewed: Option<&[i64]>, today: NaiveDate) -> bool {
        let narrowed = self.status.is_some()
            || self.rule.is_some()
            || !self.q.trim().is_empty()
            || self.from.is_some()
            || self.to.is_some();
        let near = today
            .checked_add_days(Days::new(AHEAD_DAYS))
            .unwrap_or(today);
        let urgent = match item.status {
            Status::NoClock => false,
            Status::Fresh => item.due.is_some_and(|due| due <= near),
            Status::Blank | Status::Overdue | Status::DueToday | Status::DueSoon => true,
        };
        self.admits(item, reviewed) && (narrowed || urgent)
    }

    fn has_words(&self, item: &ObligationView) -> bool {
        if self.q.trim().is_empty() {
            return true;
        }
        let text = format!(
            "{}\n{}",
            item.column_path.join("/"),
            item.department_names.join("、")
        )
        .to_lowercase();
        self.q
            .split_whitespace()
            .all(|word| text.contains(&word.to_lowercase()))
    }
}

#[cfg(test)]
mod tests;

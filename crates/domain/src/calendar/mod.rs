//! The Chinese working-day calendar: State Council arrangements with make-up working days (调休).
//!
//! Counting follows 民法典 201–203: the first day is not counted, months run to the same day or to
//! the end of the month, a last day off moves to the next working day, a day ends at 24:00.

mod count;
mod explain;
mod import;
mod load;
mod mark;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub(crate) use count::End;
pub use count::add_period;
pub use import::{FileArrangements, FileEvent, FileProblem, read_events, read_json};
pub use load::{ArrangementProblem, CalendarError};
pub use mark::Mark;

/// One year's arrangement: days off and make-up working days, and what the county adds to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct YearArrangement {
    /// Days off, weekends inside the holiday included.
    pub off: BTreeSet<NaiveDate>,
    /// Make-up working days on weekends.
    pub work: BTreeSet<NaiveDate>,
    /// Ethnic and local holidays of the county with their names: days off besides the State
    /// Council's, which stay when the year's arrangement is imported later.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub local: BTreeMap<NaiveDate, String>,
}

/// Working days of all announced years. Years without an arrangement fall back to weekends and
/// statutory days, and say so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkCalendar {
    /// Announced years.
    pub years: BTreeMap<i32, YearArrangement>,
    /// Statutory days of years that are not announced yet (全国年节及纪念日放假办法) as `off`, and
    /// the local days off of these years.
    pub statutory: BTreeMap<i32, YearArrangement>,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DayKind {
    /// An ordinary working day.
    Work,
    /// 补班: a weekend day that is worked.
    MakeUp,
    /// A weekend day off.
    Weekend,
    /// A holiday of the arrangement, a statutory day of a year not announced, or a local day off.
    Holiday,
}

impl DayKind {
    /// Whether offices are open.
    #[must_use]
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Work | Self::MakeUp)
    }
}

/// A computed deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadline {
    /// The last day; it ends at 24:00.
    pub day: NaiveDate,
    /// Whether a year without an announced arrangement was touched: 节假日安排未公布.
    pub unannounced: bool,
    /// The arithmetic in one Chinese sentence.
    pub arithmetic: String,
}

//! Reading arrangements and checking them.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::count::is_weekend;
use super::{WorkCalendar, YearArrangement};

/// State Council arrangements 2022–2026 (国务院办公厅关于部分节假日安排的通知), checked day by day
/// against four independent packages.
const SHIPPED_YEARS: &str = include_str!("../../data/holidays.json");
/// Statutory days of years whose arrangement is not announced (全国年节及纪念日放假办法 with lunar
/// conversion).
const SHIPPED_STATUTORY: &str = include_str!("../../data/statutory.json");

/// What is wrong with a year's arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ArrangementProblem {
    /// A date that lies in another year.
    OutsideYear {
        /// The year under which it stands.
        year: i32,
        /// The date.
        day: NaiveDate,
    },
    /// A date that is both a day off and a make-up working day.
    OffAndWork {
        /// The date.
        day: NaiveDate,
    },
    /// A make-up working day that is an ordinary working day anyway.
    MakeUpOnWeekday {
        /// The date.
        day: NaiveDate,
    },
}

impl fmt::Display for ArrangementProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideYear { year, day } => write!(f, "{day} 不在 {year} 年内"),
            Self::OffAndWork { day } => write!(f, "{day} 同时列为放假和补班"),
            Self::MakeUpOnWeekday { day } => write!(f, "{day} 不是周六或周日，不能列为补班"),
        }
    }
}

/// Why an arrangement file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// Not JSON of the shape `{"2026": {"off": [dates], "work": [dates]}}`; with the place.
    Shape(String),
    /// Of the right shape, but contradictory: everything that is wrong, by year.
    Problems(Vec<ArrangementProblem>),
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(cause) => write!(f, "节假日文件格式不对：{cause}"),
            Self::Problems(problems) => {
                f.write_str("节假日安排有误：")?;
                for (index, problem) in problems.iter().enumerate() {
                    let mark = if index == 0 { "" } else { "；" };
                    write!(f, "{mark}{problem}")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for CalendarError {}

impl YearArrangement {
    /// Everything that is wrong with it as the arrangement of `year`; empty when it is sound.
    #[must_use]
    pub fn problems(&self, year: i32) -> Vec<ArrangementProblem> {
        let outside = self
            .off
            .iter()
            .chain(&self.work)
            .filter(|day| day.year() != year)
            .map(|day| ArrangementProblem::OutsideYear { year, day: *day });
        let both = self
            .off
            .intersection(&self.work)
            .map(|day| ArrangementProblem::OffAndWork { day: *day });
        let weekdays = self
            .work
            .iter()
            .filter(|day| !is_weekend(**day))
            .map(|day| ArrangementProblem::MakeUpOnWeekday { day: *day });
        outside.chain(both).chain(weekdays).collect()
    }
}

impl WorkCalendar {
    /// Reads announced arrangements: a map from year to `off` and `work`. No statutory days of
    /// other years are known to the result.
    ///
    /// # Errors
    /// [`CalendarError::Shape`] if the text is not of that shape, [`CalendarError::Problems`] with
    /// every contradiction: a date outside its year, a day that is off and worked, a make-up day
    /// that is not on a weekend.
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let years: BTreeMap<i32, YearArrangement> = read(text)?;
        let problems: Vec<_> = years
            .iter()
            .flat_map(|(year, days)| days.problems(*year))
            .collect();
        if problems.is_empty() {
            Ok(Self {
                years,
                statutory: BTreeMap::new(),
            })
        } else {
            Err(CalendarError::Problems(problems))
        }
    }

    /// The calendar compiled in: 2022–2026 as announced, the statutory days of 2027.
    ///
    /// # Panics
    /// Never in a build whose tests passed: the data is part of the program.
    #[must_use]
    pub fn shipped() -> Self {
        let announced = Self::from_json(SHIPPED_YEARS).expect("data/holidays.json is sound");
        let statutory = read(SHIPPED_STATUTORY).expect("data/statutory.json is sound");
        Self {
            statutory,
            ..announced
        }
    }
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, CalendarError> {
    serde_json::from_str(text).map_err(|error| CalendarError::Shape(error.to_string()))
}

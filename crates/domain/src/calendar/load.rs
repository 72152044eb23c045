//! Reading arrangements and checking them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::count::is_weekend;
use super::import::{FileProblem, read_json};
use super::{WorkCalendar, YearArrangement};
use crate::text::day::long_day;
use crate::text::is_blank;

/// State Council arrangements 2022–2026 (国务院办公厅关于部分节假日安排的通知), checked day by day
/// against four independent packages.
const SHIPPED_YEARS: &str = include_str!("../../data/holidays.json");
/// Statutory days of years whose arrangement is not announced (全国年节及纪念日放假办法 with lunar
/// conversion).
const SHIPPED_STATUTORY: &str = include_str!("../../data/statutory.json");

/// Statutory days on the same date of every year (全国年节及纪念日放假办法, 2025): month and day.
const STATUTORY: [(u32, u32); 6] = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];

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
    /// A make-up working day in a year whose arrangement is not announced.
    MakeUpUnannounced {
        /// The date.
        day: NaiveDate,
    },
    /// A local day off on a make-up working day.
    LocalOnMakeUp {
        /// The date.
        day: NaiveDate,
    },
    /// A local day off on a weekend, which is off anyway.
    LocalOnWeekend {
        /// The date.
        day: NaiveDate,
    },
    /// A local day off without a name.
    LocalWithoutName {
        /// The date.
        day: NaiveDate,
    },
}

impl fmt::Display for ArrangementProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideYear { year, day } => write!(f, "{}不在 {year} 年内", long_day(*day)),
            Self::OffAndWork { day } => write!(f, "{}同时列为放假和补班", long_day(*day)),
            Self::MakeUpOnWeekday { day } => {
                write!(f, "{}不是周六或周日，不能列为补班", long_day(*day))
            }
            Self::MakeUpUnannounced { day } => {
                write!(f, "该年安排未公布，{}不能列为补班", long_day(*day))
            }
            Self::LocalOnMakeUp { day } => {
                write!(f, "{}是补班日，不能列为本地放假", long_day(*day))
            }
            Self::LocalOnWeekend { day } => {
                write!(f, "{}是周六或周日，不必列为本地放假", long_day(*day))
            }
            Self::LocalWithoutName { day } => write!(f, "{}的本地放假没有名称", long_day(*day)),
        }
    }
}

/// Why an arrangement file was refused: everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarError(pub Vec<FileProblem>);

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("节假日安排有误：")?;
        for (index, problem) in self.0.iter().enumerate() {
            let mark = if index == 0 { "" } else { "；" };
            write!(f, "{mark}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CalendarError {}

impl YearArrangement {
    /// Everything that is wrong with it as the arrangement of `year`, announced or not; empty when
    /// it is sound. A local day off inside a holiday of the arrangement is no fault: it was there
    /// first.
    #[must_use]
    pub fn problems(&self, year: i32, announced: bool) -> Vec<ArrangementProblem> {
        use ArrangementProblem as P;
        let outside = self
            .off
            .iter()
            .chain(&self.work)
            .chain(self.local.keys())
            .filter(|day| day.year() != year)
            .map(|day| P::OutsideYear { year, day: *day });
        let both = self
            .off
            .intersection(&self.work)
            .map(|day| P::OffAndWork { day: *day });
        let weekdays = self
            .work
            .iter()
            .filter(|day| !is_weekend(**day))
            .map(|day| P::MakeUpOnWeekday { day: *day });
        let guessed = self
            .work
            .iter()
            .filter(|_| !announced)
            .map(|day| P::MakeUpUnannounced { day: *day });
        let local = self
            .local
            .iter()
            .filter_map(|(day, name)| self.local_problem(*day, name));
        outside
            .chain(both)
            .chain(weekdays)
            .chain(guessed)
            .chain(local)
            .collect()
    }

    fn local_problem(&self, day: NaiveDate, name: &str) -> Option<ArrangementProblem> {
        if self.work.contains(&day) {
            Some(ArrangementProblem::LocalOnMakeUp { day })
        } else if is_weekend(day) && !self.off.contains(&day) {
            Some(ArrangementProblem::LocalOnWeekend { day })
        } else if is_blank(name) {
            Some(ArrangementProblem::LocalWithoutName { day })
        } else {
            None
        }
    }
}

impl WorkCalendar {
    /// Reads announced arrangements: a map from year to `off` and `work`. No statutory days of
    /// other years are known to the result.
    ///
    /// # Errors
    /// Every fault of the text, see [`read_json`].
    pub fn from_json(text: &str) -> Result<Self, CalendarError> {
        let read = read_json(text);
        if read.problems.is_empty() {
            Ok(Self {
                years: read.years,
                statutory: BTreeMap::new(),
            })
        } else {
            Err(CalendarError(read.problems))
        }
    }

    /// The calendar compiled in: 2022–2026 as announced, the statutory days of 2027.
    ///
    /// # Panics
    /// Never in a build whose tests passed: the data is part of the program.
    #[must_use]
    pub fn shipped() -> Self {
        let announced = Self::from_json(SHIPPED_YEARS).expect("data/holidays.json is sound");
        let days: BTreeMap<i32, BTreeSet<NaiveDate>> =
            serde_json::from_str(SHIPPED_STATUTORY).expect("data/statutory.json is sound");
        let statutory = days
            .into_iter()
            .map(|(year, off)| {
                let guess = YearArrangement {
                    off,
                    ..YearArrangement::default()
                };
                (year, guess)
            })
            .collect();
        Self {
            statutory,
            ..announced
        }
    }

    /// What holds for a year while its arrangement is not announced: the statutory days, with those
    /// of the lunar calendar where they are compiled in.
    #[must_use]
    pub fn guess(year: i32) -> YearArrangement {
        let shipped = Self::shipped().statutory.remove(&year);
        shipped.unwrap_or_else(|| YearArrangement {
            off: STATUTORY
                .iter()
                .filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day))
                .collect(),
            ..YearArrangement::default()
        })
    }

    /// What is known of a year, announced or not.
    #[must_use]
    pub fn arrangement(&self, year: i32) -> Option<&YearArrangement> {
        self.years.get(&year).or_else(|| self.statutory.get(&year))
    }

    /// Puts in what is known of a year, announced or not, in place of what was known before.
    pub fn set_year(&mut self, year: i32, announced: bool, arrangement: YearArrangement) {
        self.years.remove(&year);
        self.statutory.remove(&year);
        if announced {
            self.years.insert(year, arrangement);
        } else {
            self.statutory.insert(year, arrangement);
        }
    }

    /// The name of a day that is off only in this county.
    #[must_use]
    pub fn local_name(&self, day: NaiveDate) -> Option<&str> {
        let year = self.arrangement(day.year())?;
        let name = year.local.get(&day)?;
        (!year.off.contains(&day)).then_some(name.as_str())
    }
}

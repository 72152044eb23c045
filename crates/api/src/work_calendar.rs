//! 工作日历: the arrangement of each year, as the county keeps it.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use lanmu_domain::calendar::{FileProblem, YearArrangement};
use serde::{Deserialize, Serialize};

/// First year that can be kept.
pub const YEAR_MIN: i32 = 2000;
/// Last year that can be kept.
pub const YEAR_MAX: i32 = 2100;

/// `GET /work-calendar`, optionally `?year=`: a year as it is kept, this year without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkCalendarView {
    /// The server's day.
    pub today: NaiveDate,
    /// The year.
    pub year: i32,
    /// Whether its arrangement has been announced; otherwise `off` holds the statutory days.
    pub announced: bool,
    /// Goes up with every change; 0 for a year of which nothing is kept.
    pub version: i64,
    /// Days off, make-up days, local days off.
    pub arrangement: YearArrangement,
    /// What is off while the year is not announced: the statutory days, as they were assumed last.
    pub statutory: BTreeSet<NaiveDate>,
    /// Every change of the year, the latest first.
    pub changes: Vec<CalendarChange>,
}

/// A year as it was from a moment on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarChange {
    /// The version that it made.
    pub version: i64,
    /// Whether the arrangement was announced from then on.
    pub announced: bool,
    /// The arrangement from then on.
    pub arrangement: YearArrangement,
    /// Why, in words.
    pub note: String,
    /// By whom; empty for what came with the system.
    pub changed_by: String,
    /// When.
    pub changed_at: DateTime<FixedOffset>,
}

/// `POST /work-calendar/read`: what does this file say? Nothing is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadCalendarFile {
    /// How the text is to be read.
    pub format: CalendarFileFormat,
    /// The text of the file.
    pub text: String,
}

/// How an arrangement file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CalendarFileFormat {
    /// `{"2027": {"off": [dates], "work": [dates]}}`.
    Json,
    /// iCalendar (.ics) with all-day events.
    Icalendar,
}

impl CalendarFileFormat {
    /// What a text looks like: iCalendar begins with `BEGIN:`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let begin = text.trim_start_matches('\u{feff}').trim_start();
        if begin
            .get(..6)
            .is_some_and(|word| word.eq_ignore_ascii_case("BEGIN:"))
        {
            Self::Icalendar
        } else {
            Self::Json
        }
    }
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarFileView {
    /// The arrangement of each year that it mentions, by year.
    pub years: Vec<FileYear>,
    /// Every fault with its place; with one of them the file is not to be used.
    pub problems: Vec<FileProblem>,
    /// Events that say neither that a day is off nor that it is worked.
    pub passed_over: Vec<String>,
}

/// A year in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileYear {
    /// The year.
    pub year: i32,
    /// What the file says of it.
    pub arrangement: YearArrangement,
}

/// `POST /work-calendar/preview`: which deadlines would move? Nothing is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewYear {
    /// The year.
    pub year: i32,
    /// Whether it would be announced.
    pub announced: bool,
    /// Its arrangement.
    pub arrangement: YearArrangement,
}

/// `PUT /work-calendar/{year}`: changes a year, announces it, or takes an announcement back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeYear {
    /// The version that the person saw.
    pub version: i64,
    /// Whether the arrangement is announced from now on.
    pub announced: bool,
    /// The arrangement from now on.
    pub arrangement: YearArrangement,
    /// Why, in words: the notice, the decision.
    pub note: String,
}

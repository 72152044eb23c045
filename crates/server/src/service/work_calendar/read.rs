//! What a file says of years.

use lanmu_api::work_calendar::{CalendarFileFormat, CalendarFileView, FileYear, ReadCalendarFile};
use lanmu_domain::calendar::{FileArrangements, read_json};

use super::icalendar::read_icalendar;

/// Reads a file. Stores nothing; faults are part of the answer.
#[must_use]
pub fn read_file(request: &ReadCalendarFile) -> CalendarFileView {
    let FileArrangements {
        years,
        problems,
        passed_over,
    } = match request.format {
        CalendarFileFormat::Json => read_json(&request.text),
        CalendarFileFormat::Icalendar => read_icalendar(&request.text),
    };
    CalendarFileView {
        years: years
            .into_iter()
            .map(|(year, arrangement)| FileYear { year, arrangement })
            .collect(),
        problems,
        passed_over,
    }
}

//! What a year's arrangement must be before it is judged by or stored.

use std::collections::BTreeMap;

use lanmu_api::error::{ErrorCode, FieldError};
use lanmu_api::work_calendar::{YEAR_MAX, YEAR_MIN};
use lanmu_domain::calendar::YearArrangement;
use lanmu_domain::text::clean_line;
use lanmu_domain::text::day::long_day;

use crate::error::Problem;

/// Characters of the name of a local day off at most.
const NAME_MAX: usize = 30;

/// Refuses years that are not kept.
///
/// # Errors
/// 422.
pub fn check_year(year: i32) -> Result<(), Problem> {
    if (YEAR_MIN..=YEAR_MAX).contains(&year) {
        Ok(())
    } else {
        Err(Problem::invalid_field(
            "year",
            format!("年份须在 {YEAR_MIN} 至 {YEAR_MAX} 之间。"),
        ))
    }
}

/// The arrangement with cleaned names.
///
/// # Errors
/// 422 with everything that is wrong.
pub fn checked(
    year: i32,
    announced: bool,
    arrangement: &YearArrangement,
) -> Result<YearArrangement, Problem> {
    check_year(year)?;
    let mut faults = Vec::new();
    let mut local = BTreeMap::new();
    for (day, name) in &arrangement.local {
        match clean_line(name, NAME_MAX) {
            Ok(name) => _ = local.insert(*day, name),
            Err(problem) => {
                let label = format!("{}本地放假的名称", long_day(*day));
                faults.push(problem.message(&label));
            }
        }
    }
    let cleaned = YearArrangement {
        local,
        ..arrangement.clone()
    };
    faults.extend(
        cleaned
            .problems(year, announced)
            .iter()
            .map(|problem| format!("{problem}。")),
    );
    if announced && cleaned.off.is_empty() {
        faults.push("公布的安排须有放假日。".to_owned());
    }
    if faults.is_empty() {
        return Ok(cleaned);
    }
    let fields = faults
        .iter()
        .map(|message| FieldError {
            field: "arrangement".to_owned(),
            message: message.clone(),
        })
        .collect();
    Err(Problem::with(ErrorCode::Invalid, faults.concat()).naming(fields))
}

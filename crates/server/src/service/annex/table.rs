//! The lines of the table as it stands on a day.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_domain::annex::AnnexLine;
use lanmu_domain::freshness::closed_since;
use lanmu_domain::parameters::Parameters;
use lanmu_domain::rule::{AppliedRule, ParsedRequirement, RuleSource, read_requirement};
use sea_orm::{ConnectionTrait, DbErr};

use crate::service::freshness::{DutyFilter, LoadedDuty, departments_on, duties_in_force};

/// One line for each row of the table; closed columns are left out. What a coordinator decided
/// since stands in the cells: the names of the owners, the words of the rules.
///
/// # Errors
/// The database does not answer, or holds keys that this version does not know.
pub async fn lines_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
) -> Result<Vec<AnnexLine>, DbErr> {
    let duties = duties_in_force(db, site_id, today, &DutyFilter::All).await?;
    let names: HashMap<i64, String> = departments_on(db, site_id, today)
        .await?
        .into_iter()
        .map(|(id, department)| (id, department.name))
        .collect();
    let mut lines: Vec<AnnexLine> = Vec::new();
    let open = |duty: &&LoadedDuty| closed_since(&duty.closures, today).is_none();
    for duty in duties.iter().filter(open) {
        let number = u32::try_from(duty.annex_row).unwrap_or_default();
        // The parts of a composite row follow one another; the row stands once.
        if lines.last().is_some_and(|last| last.number == number) {
            continue;
        }
        lines.push(AnnexLine {
            line: u32::try_from(lines.len() + 2).unwrap_or(u32::MAX),
            number,
            path: row_path(duty),
            requirement: requirement(duty),
            owners: owners(duty, today, &names),
            remark: duty.remark.clone(),
        });
    }
    Ok(lines)
}

/// The path of the row: a composite one became columns below it, named after its parts.
fn row_path(duty: &LoadedDuty) -> Vec<String> {
    let mut path = duty.column_path.clone();
    if is_composite(duty) {
        path.pop();
    }
    path
}

fn is_composite(duty: &LoadedDuty) -> bool {
    // How many days a figure has does not change which parts a cell names.
    let read = read_requirement(&duty.requirement, &Parameters::default());
    matches!(read, Ok(ParsedRequirement::Composite(_)))
}

fn requirement(duty: &LoadedDuty) -> String {
    if is_composite(duty) {
        return duty.requirement.clone();
    }
    let mut words: Vec<String> = Vec::new();
    let of_table = |applied: &AppliedRule| applied.source == RuleSource::Annex;
    if duty.rules.iter().any(of_table) {
        words.push(duty.requirement.clone());
    }
    for applied in &duty.rules {
        if applied.source == RuleSource::Coordinator {
            let text = if applied.source_text.is_empty() {
                applied.rule.label()
            } else {
                applied.source_text.clone()
            };
            if !words.contains(&text) {
                words.push(text);
            }
        }
    }
    // A setting may say that nothing is asked where the cell asked for something.
    if words.is_empty() && duty.set_aside.is_empty() {
        duty.requirement.clone()
    } else {
        words.join("；")
    }
}

fn owners(duty: &LoadedDuty, today: NaiveDate, names: &HashMap<i64, String>) -> String {
    if !duty.owners_named(today) {
        return duty.owner_text.clone();
    }
    let of_today: Vec<&str> = duty
        .owners
        .iter()
        .filter_map(|id| names.get(id).map(String::as_str))
        .collect();
    if of_today.is_empty() {
        "无".to_owned()
    } else {
        of_today.join("、")
    }
}

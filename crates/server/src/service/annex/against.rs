//! A file against the table as it stands today. Nothing is stored.

use std::collections::HashSet;

use chrono::NaiveDate;
use lanmu_api::annex::AnnexComparison;
use lanmu_domain::annex::{FileProblem, ReadOptions, compare, plan_of};
use lanmu_domain::parameters::Parameters;
use sea_orm::{ConnectionTrait, DbErr};

use super::read::read;
use super::table::lines_on;
use crate::service::departments::planned;

/// What differs, what is doubtful in the lines that differ, or what is wrong with the file.
///
/// # Errors
/// The database does not answer, or holds keys that this version does not know.
pub async fn against<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    (name, bytes): (String, Vec<u8>),
) -> Result<AnnexComparison, DbErr> {
    let read = tokio::task::spawn_blocking(move || read(&name, bytes));
    let read = read
        .await
        .map_err(|error| DbErr::Custom(error.to_string()))?;
    let refused = |problems: Vec<FileProblem>| AnnexComparison {
        problems,
        ..AnnexComparison::default()
    };
    let lines = match read {
        Ok(lines) => lines,
        Err(problems) => return Ok(refused(problems)),
    };
    let in_force = lines_on(db, site_id, today).await?;
    let departments = planned(db, site_id).await?;
    let options = ReadOptions::default();
    let plan = match plan_of(&lines, &departments, &Parameters::default(), &options) {
        Ok(plan) => plan,
        Err(problems) => return Ok(refused(problems)),
    };
    let differences = compare(&in_force, &lines);
    let differing: HashSet<u32> = differences
        .iter()
        .filter(|difference| difference.line.is_some())
        .map(|difference| difference.number)
        .collect();
    let mut doubts = plan.doubts;
    doubts.retain(|doubt| differing.contains(&doubt.row));
    Ok(AnnexComparison {
        problems: Vec::new(),
        lines: lines.len() as u64,
        differences,
        doubts,
    })
}

//! A file against the table as it stands today. Nothing is stored.

use std::collections::HashSet;

use chrono::NaiveDate;
use lanmu_api::annex::AnnexComparison;
use lanmu_domain::annex::{
    AnnexLine, Doubt, FileProblem, LineDifference, ReadOptions, compare, plan_of,
};
use lanmu_domain::parameters::Parameters;
use sea_orm::{ConnectionTrait, DbErr};

use super::read::read;
use super::table::lines_on;
use super::unread::unread;
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
    let (lines, mut doubts) = match read_file(db, site_id, (name, bytes)).await? {
        Ok(read) => read,
        Err(problems) => {
            return Ok(AnnexComparison {
                problems,
                ..AnnexComparison::default()
            });
        }
    };
    let in_force = lines_on(db, site_id, today).await?;
    let differences = compare(&in_force, &lines);
    let differing: HashSet<u32> = differences
        .iter()
        .filter(|difference| difference.line.is_some())
        .map(|difference| difference.number)
        .collect();
    doubts.retain(|doubt| differing.contains(&doubt.row));
    doubts.extend(divided(&lines, &differences, &doubts));
    Ok(AnnexComparison {
        problems: Vec::new(),
        lines: lines.len() as u64,
        differences,
        doubts,
    })
}

/// Cells that are new or changed and ask for several things at once: the table may say so, a column
/// may not.
fn divided(lines: &[AnnexLine], differences: &[LineDifference], known: &[Doubt]) -> Vec<Doubt> {
    let asked = differences.iter().filter(|difference| {
        let mut cells = difference.cells.iter();
        cells.any(|cell| cell.cell == "更新要求")
    });
    let lines = asked.filter_map(|asked| lines.iter().find(|line| line.path == asked.path));
    let said = |doubt: &Doubt| {
        let mut known = known.iter();
        known.any(|other| other.row == doubt.row && other.kind == doubt.kind)
    };
    lines
        .filter_map(unread)
        .filter(|doubt| !said(doubt))
        .collect()
}

/// The lines of a file with what is doubtful in them, or what is wrong with it.
///
/// # Errors
/// The database does not answer.
pub async fn read_file<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    (name, bytes): (String, Vec<u8>),
) -> Result<Result<(Vec<AnnexLine>, Vec<Doubt>), Vec<FileProblem>>, DbErr> {
    let read = tokio::task::spawn_blocking(move || read(&name, bytes));
    let lines = match read.await {
        Ok(Ok(lines)) => lines,
        Ok(Err(problems)) => return Ok(Err(problems)),
        Err(error) => return Err(DbErr::Custom(error.to_string())),
    };
    let departments = planned(db, site_id).await?;
    let options = ReadOptions::default();
    let plan = plan_of(&lines, &departments, &Parameters::default(), &options);
    Ok(plan.map(|plan| (lines, plan.doubts)))
}

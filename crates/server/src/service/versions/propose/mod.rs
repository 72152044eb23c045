//! The differences of a file as changes to choose from. Nothing is stored: what somebody chooses
//! goes into a draft like anything else.

mod build;
mod known;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use lanmu_api::matrix_draft::AnnexProposal;
use lanmu_domain::annex::{AnnexLine, Doubt, LineChange, LineDifference, compare, pairs};
use lanmu_domain::matrix_change::{ColumnRef, KeyedChange, in_words};
use sea_orm::ConnectionTrait;

use self::build::Builder;
use self::known::Known;
use super::names::DraftNames;
use crate::error::Problem;
use crate::service::annex::{lines_on, read_file};

/// What a file suggests, or what is wrong with it.
///
/// # Errors
/// The database does not answer.
pub async fn propose<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    file: (String, Vec<u8>),
) -> Result<AnnexProposal, Problem> {
    let (lines, doubts) = match read_file(db, site_id, file).await? {
        Ok(read) => read,
        Err(problems) => {
            return Ok(AnnexProposal {
                problems,
                ..AnnexProposal::default()
            });
        }
    };
    let in_force = lines_on(db, site_id, today).await?;
    let known = Known::load(db, site_id, today).await?;
    let differences = compare(&in_force, &lines);
    let mut builder = Builder::new(&known, &doubts);
    walk(&mut builder, &differences, (&in_force, &lines));
    let mut proposals = builder.finish();
    let changes: Vec<KeyedChange> = proposals.iter().map(|one| one.change.clone()).collect();
    let names = DraftNames::load(db, site_id, &changes).await?;
    for proposal in &mut proposals {
        proposal.words = in_words(&proposal.change.change, &names);
    }
    Ok(AnnexProposal {
        problems: Vec::new(),
        lines: lines.len() as u64,
        proposals,
    })
}

fn walk(
    builder: &mut Builder<'_>,
    differences: &[LineDifference],
    (in_force, file): (&[AnnexLine], &[AnnexLine]),
) {
    let find = |lines: &'_ [AnnexLine], path: &[String]| -> Option<usize> {
        lines.iter().position(|line| line.path == path)
    };
    let of = |change: LineChange, lines: &[AnnexLine]| -> Vec<usize> {
        let those = differences.iter().filter(|d| d.change == change);
        those.filter_map(|d| find(lines, &d.path)).collect()
    };
    let (missing, new) = (
        of(LineChange::Missing, in_force),
        of(LineChange::Added, file),
    );
    let old_lines: Vec<&AnnexLine> = missing.iter().map(|at| &in_force[*at]).collect();
    let new_lines: Vec<&AnnexLine> = new.iter().map(|at| &file[*at]).collect();
    let guessed: HashMap<&[String], &AnnexLine> = pairs(&old_lines, &new_lines)
        .into_iter()
        .map(|(old, at)| (new_lines[at].path.as_slice(), old_lines[old]))
        .collect();
    let renamed: HashSet<&[String]> = guessed.values().map(|old| old.path.as_slice()).collect();
    for difference in differences {
        let line = find(file, &difference.path).map(|at| &file[at]);
        let before = find(in_force, &difference.path).map(|at| &in_force[at]);
        match (difference.change, line, before) {
            (LineChange::Added, Some(line), _) => match guessed.get(line.path.as_slice()) {
                Some(old) => builder.guess(difference, old, line),
                None => {
                    builder.add(difference, line);
                }
            },
            (LineChange::Changed, Some(line), Some(before)) => {
                builder.change(difference, before, line, None);
            }
            (LineChange::Missing, _, Some(before)) if !renamed.contains(before.path.as_slice()) => {
                builder.close(difference, before);
            }
            _ => {}
        }
    }
}

/// The column of a line that there is.
fn existing(known: &Known, path: &[String]) -> Option<ColumnRef> {
    known.columns.get(path).map(|id| ColumnRef::Id(*id))
}

/// What is doubtful in a line.
fn doubts_of(doubts: &[Doubt], number: u32) -> Vec<Doubt> {
    doubts.iter().filter(|d| d.row == number).cloned().collect()
}

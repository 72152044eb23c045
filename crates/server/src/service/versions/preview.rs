//! What a draft would do on its day: the table and the duties with it and without it.

use std::collections::{HashMap, HashSet};

use lanmu_api::matrix_draft::{DraftPreview, DutyEffect, DutyPassed};
use lanmu_domain::annex::compare;
use lanmu_domain::freshness::closed_since;

use super::draft::{changes_of, find};
use super::rehearse::rehearse;
use super::requirement;
use crate::error::Problem;
use crate::service::annex::lines_on;
use crate::service::freshness::{
    DutyFilter, DutyStanding, LoadedDuty, Standings, figures, moved, standings,
};
use crate::session::SignedIn;
use crate::state::AppState;

/// The effect of a draft, or what stands against it.
///
/// # Errors
/// 404.
pub async fn preview(state: &AppState, who: &SignedIn, id: i64) -> Result<DraftPreview, Problem> {
    let (db, site_id) = (state.db.conn(), who.person.site_id);
    let draft = find(db, site_id, id).await?;
    let changes = changes_of(&draft)?;
    let today = state.clock.today();
    let day = draft.effective_from.map_or(today, |day| day.max(today));
    let head = (draft.reason.as_str(), draft.document_number.as_str());
    let rehearsed = rehearse(state, who, head, &changes, day).await?;
    let none = DraftPreview {
        day,
        problems: rehearsed.applied.problems,
        differences: Vec::new(),
        appear: Vec::new(),
        end: Vec::new(),
        passed: Vec::new(),
        moved: Vec::new(),
        notes: Vec::new(),
        requirements: Vec::new(),
    };
    if !none.problems.is_empty() {
        return Ok(none);
    }
    let timeline = figures(db, site_id).await?;
    let before = standings(db, site_id, day, &DutyFilter::All).await?;
    let (was, is) = (running(&before), running(&rehearsed.standings));
    let mut moved = moved(&before, &rehearsed.standings);
    moved.retain(|line| was.contains(&line.duty_id) && is.contains(&line.duty_id));
    Ok(DraftPreview {
        differences: compare(&lines_on(db, site_id, day).await?, &rehearsed.lines),
        appear: only(&rehearsed.standings, &is, &was),
        end: only(&before, &was, &is),
        passed: passed(&before, &rehearsed.standings, &is),
        moved,
        notes: rehearsed.applied.notes,
        requirements: requirement::all(&changes, timeline.on(day)),
        ..none
    })
}

/// The duties whose column is not closed.
fn running(standings: &Standings) -> HashSet<i64> {
    let open =
        |standing: &&DutyStanding| closed_since(&standing.duty.closures, standings.today).is_none();
    let duties = standings.duties.iter().filter(open);
    duties.map(|standing| standing.duty.id).collect()
}

/// Duties that run on both sides, for which not the same departments answer.
fn passed(before: &Standings, then: &Standings, running: &HashSet<i64>) -> Vec<DutyPassed> {
    let was = before.duties.iter().map(|one| (one.duty.id, &one.duty));
    let was: HashMap<i64, &LoadedDuty> = was.collect();
    let names = |standings: &Standings, ids: &[i64], but: &[i64]| -> Vec<String> {
        let ids = ids.iter().filter(|id| !but.contains(id));
        ids.map(|id| standings.department_name(*id).to_owned())
            .collect()
    };
    let mut passed = Vec::new();
    for DutyStanding { duty, .. } in &then.duties {
        let Some(old) = was.get(&duty.id).filter(|_| running.contains(&duty.id)) else {
            continue;
        };
        let come = names(then, &duty.owners, &old.owners);
        let leave = names(before, &old.owners, &duty.owners);
        if !come.is_empty() || !leave.is_empty() {
            passed.push(DutyPassed {
                column_path: duty.column_path.clone(),
                come,
                leave,
            });
        }
    }
    passed
}

/// Those that one side has and the other has not.
fn only(standings: &Standings, here: &HashSet<i64>, there: &HashSet<i64>) -> Vec<DutyEffect> {
    let alone = standings
        .duties
        .iter()
        .filter(|standing| here.contains(&standing.duty.id) && !there.contains(&standing.duty.id));
    alone
        .map(|standing| DutyEffect {
            column_path: standing.duty.column_path.clone(),
            department_names: standing
                .duty
                .owners
                .iter()
                .map(|id| standings.department_name(*id).to_owned())
                .collect(),
            requirement: standing.duty.requirement.clone(),
            due: standing.due(),
        })
        .collect()
}

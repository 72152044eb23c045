//! What a change moves: two judgements of the same day, side by side.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::preview::MovedDeadline;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::Status;
use lanmu_domain::parameters::Timeline;
use lanmu_domain::rule::DutyMode;
use sea_orm::{ConnectionTrait, DbErr};

use super::{AsOf, DutyFilter, DutyStanding, LoadedDuty, Obligation, Standings, gather};

/// What duties are judged on.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The working-day calendar.
    pub calendar: WorkCalendar,
    /// The figures over time.
    pub timeline: Timeline,
}

/// Every duty of the matrix in force on a day, judged on two grounds. The facts are read once.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn judged_twice<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    before: Ground,
    after: Ground,
) -> Result<(Standings, Standings), DbErr> {
    let as_of = AsOf::today(today);
    let gathered = gather(db, site_id, as_of, &before.timeline, &DutyFilter::All).await?;
    Ok((gathered.clone().judge(before), gathered.judge(after)))
}

/// Those of [`moved`] whose due date differs, by the new due date, then by the order of the table.
#[must_use]
pub fn moved_deadlines(before: &Standings, after: &Standings) -> Vec<MovedDeadline> {
    let mut deadlines = moved(before, after);
    deadlines.retain(|deadline| deadline.before != deadline.after);
    deadlines.sort_by_key(|deadline| deadline.after);
    deadlines
}

/// The obligations whose due date or status differs, in the order of the table. Where owners
/// change, a shared duty is compared as a whole; of a duty that each owes, who leaves and who
/// comes stand each for itself.
#[must_use]
pub fn moved(before: &Standings, after: &Standings) -> Vec<MovedDeadline> {
    let mut earlier: HashMap<i64, &DutyStanding> = before
        .duties
        .iter()
        .map(|standing| (standing.duty.id, standing))
        .collect();
    let mut moved = Vec::new();
    for standing in &after.duties {
        let was = earlier.remove(&standing.duty.id);
        of_duty(was, standing, after, &mut moved);
    }
    for gone in &before.duties {
        if earlier.contains_key(&gone.duty.id) {
            let pairs = gone.obligations.iter().map(|was| (Some(was), None));
            moved.extend(pairs.filter_map(|(was, is)| line(&gone.duty, was, is, before)));
        }
    }
    moved
}

fn of_duty(
    was: Option<&DutyStanding>,
    is: &DutyStanding,
    standings: &Standings,
    moved: &mut Vec<MovedDeadline>,
) {
    let mut left: Vec<&Obligation> =
        was.map_or_else(Vec::new, |was| was.obligations.iter().collect());
    for obligation in &is.obligations {
        let place = left.iter().position(|was| {
            was.departments == obligation.departments
                || is.duty.mode == DutyMode::Shared
                || was.departments.is_empty()
                || obligation.departments.is_empty()
        });
        let was = place.map(|place| left.remove(place));
        moved.extend(line(&is.duty, was, Some(obligation), standings));
    }
    for gone in left {
        moved.extend(line(&is.duty, Some(gone), None, standings));
    }
}

/// `None` where both stand alike.
fn line(
    duty: &LoadedDuty,
    was: Option<&Obligation>,
    is: Option<&Obligation>,
    standings: &Standings,
) -> Option<MovedDeadline> {
    let stands = |obligation: Option<&Obligation>| {
        obligation.map_or((None, Status::NoClock), |o| {
            (o.judgement.due, o.judgement.status)
        })
    };
    let ((before, status_before), (after, status_after)) = (stands(was), stands(is));
    if (before, status_before) == (after, status_after) {
        return None;
    }
    let departments = is.or(was).map_or(&[][..], |o| &o.departments);
    Some(MovedDeadline {
        duty_id: duty.id,
        column_path: duty.column_path.clone(),
        department_ids: departments.to_vec(),
        department_names: departments
            .iter()
            .map(|id| standings.department_name(*id).to_owned())
            .collect(),
        before,
        after,
        status_before,
        status_after,
    })
}

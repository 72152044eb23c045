//! What a change would move: the same facts judged twice.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::preview::MovedDeadline;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::freshness::Status;
use lanmu_domain::parameters::Timeline;
use sea_orm::{ConnectionTrait, DbErr};

use super::{AsOf, DutyFilter, LoadedDuty, Obligation, Standings, gather};

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

/// The obligations whose due date differs, those that begin or end included, by the new due date,
/// then by the order of the table.
#[must_use]
pub fn moved_deadlines(before: &Standings, after: &Standings) -> Vec<MovedDeadline> {
    let key = |(duty, owed): &(&LoadedDuty, &Obligation)| (duty.id, owed.departments.clone());
    let mut old: HashMap<_, _> = before.obligations(None).map(|it| (key(&it), it)).collect();
    let mut moved = Vec::new();
    for it in after.obligations(None) {
        let was = old.remove(&key(&it));
        if was.is_none_or(|was| was.1.judgement.due != it.1.judgement.due) {
            moved.push((it.0.position, deadline(after, was, Some(it))));
        }
    }
    moved.extend(
        old.into_values()
            .map(|it| (it.0.position, deadline(before, Some(it), None))),
    );
    moved.sort_by_key(|(position, deadline)| (deadline.after, *position));
    moved.into_iter().map(|(_, deadline)| deadline).collect()
}

type Owed<'a> = Option<(&'a LoadedDuty, &'a Obligation)>;

fn deadline(names: &Standings, before: Owed<'_>, after: Owed<'_>) -> MovedDeadline {
    let (duty_id, column_path, department_ids) = after
        .or(before)
        .map_or_else(Default::default, |(duty, owed)| {
            (duty.id, duty.column_path.clone(), owed.departments.clone())
        });
    let status = |owed: Owed<'_>| owed.map_or(Status::NoClock, |(_, o)| o.judgement.status);
    MovedDeadline {
        duty_id,
        column_path,
        department_names: department_ids
            .iter()
            .map(|id| names.department_name(*id).to_owned())
            .collect(),
        department_ids,
        before: before.and_then(|(_, owed)| owed.judgement.due),
        after: after.and_then(|(_, owed)| owed.judgement.due),
        status_before: status(before),
        status_after: status(after),
    }
}

//! What a change would move: the same facts judged twice.

use chrono::NaiveDate;
use lanmu_api::preview::MovedDeadline;
use lanmu_domain::calendar::WorkCalendar;
use lanmu_domain::parameters::Parameters;
use sea_orm::{ConnectionTrait, DbErr};

use super::{DutyFilter, Standings, gather};

/// What duties are judged on.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The working-day calendar.
    pub calendar: WorkCalendar,
    /// The figures.
    pub parameters: Parameters,
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
    let gathered = gather(db, site_id, today, &DutyFilter::All).await?;
    Ok((
        gathered.clone().judge(before.calendar, before.parameters),
        gathered.judge(after.calendar, after.parameters),
    ))
}

/// The obligations whose due date differs, by the new due date, then by the order of the table.
/// Both standings are of the same matrix.
#[must_use]
pub fn moved_deadlines(before: &Standings, after: &Standings) -> Vec<MovedDeadline> {
    let mut moved: Vec<MovedDeadline> = before
        .obligations(None)
        .zip(after.obligations(None))
        .filter(|((_, old), (_, new))| old.judgement.due != new.judgement.due)
        .map(|((duty, old), (_, new))| MovedDeadline {
            duty_id: duty.id,
            column_path: duty.column_path.clone(),
            department_ids: old.departments.clone(),
            department_names: old
                .departments
                .iter()
                .map(|id| before.department_name(*id).to_owned())
                .collect(),
            before: old.judgement.due,
            after: new.judgement.due,
            status_before: old.judgement.status,
            status_after: new.judgement.status,
        })
        .collect();
    moved.sort_by_key(|deadline| deadline.after);
    moved
}

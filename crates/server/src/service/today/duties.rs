//! What the matrix asks of a person: the columns of the departments for which the person writes.

use chrono::NaiveDate;
use lanmu_api::today::TodayItem;
use lanmu_domain::freshness::Status;
use sea_orm::{ConnectionTrait, DbErr};

use super::items::{officer_of, under_way};
use super::{ITEMS_MAX, Part};
use crate::service::freshness::{DutyFilter, LoadedDuty, Obligation, standings};
use crate::session::SignedIn;

/// Columns that are blank, overdue, due today or due soon, the worst status first, then the
/// earliest due date, then the order of the table.
pub(super) async fn due<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    today: NaiveDate,
) -> Result<Part, DbErr> {
    let own = officer_of(&who.actor);
    if own.is_empty() {
        return Ok(Part::default());
    }
    let site_id = who.person.site_id;
    let filter = DutyFilter::Departments(own.clone());
    let standings = standings(db, site_id, today, &filter).await?;
    let mut due: Vec<(&LoadedDuty, &Obligation)> = standings
        .obligations(Some(&own))
        .filter(|(_, owed)| is_due(owed.judgement.status))
        .collect();
    due.sort_by_key(|(duty, owed)| {
        let due = owed.judgement.due.unwrap_or(NaiveDate::MAX);
        (owed.judgement.status, due, duty.position, duty.id)
    });
    let total = due.len() as u64;
    due.truncate(usize::try_from(ITEMS_MAX).unwrap_or(usize::MAX));
    let articles = under_way(db, site_id, &own).await?;
    let items = due
        .into_iter()
        .filter_map(|(duty, owed)| {
            let department_id = *owed.departments.iter().find(|id| own.contains(id))?;
            Some(TodayItem::Duty {
                duty_id: duty.id,
                column_id: duty.column_id,
                column_path: duty.column_path.clone(),
                department_id,
                department_name: standings.department_name(department_id).to_owned(),
                status: owed.judgement.status,
                due: owed.judgement.due,
                arithmetic: owed.arithmetic(),
                article_id: articles.get(&(duty.column_id, department_id)).copied(),
            })
        })
        .collect();
    Ok(Part { items, total })
}

const fn is_due(status: Status) -> bool {
    match status {
        Status::Blank | Status::Overdue | Status::DueToday | Status::DueSoon => true,
        Status::Fresh | Status::NoClock => false,
    }
}

//! 按时率: how departments kept their dates in a period.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use lanmu_api::history::{DepartmentPunctuality, LateItem, PunctualityView};
use lanmu_domain::freshness::Account;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::{Scope, matrix, pasts};
use crate::entity::{department, trigger_event};

/// How the departments that are seen kept their dates, worst rate first; with what was late where
/// one department is asked for.
///
/// # Errors
/// The database cannot be reached.
pub async fn punctuality<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    (from, to): (NaiveDate, NaiveDate),
    scope: &Scope,
    with_items: bool,
) -> Result<PunctualityView, DbErr> {
    let pasts = pasts(db, site_id, (from, to), &scope.filter()).await?;
    let names = matrix::departments(db, site_id).await?;
    let seen = |id: i64| scope.departments().is_none_or(|own| own.contains(&id));
    let mut accounts: BTreeMap<i64, Account> = BTreeMap::new();
    let mut late = Vec::new();
    for past in &pasts.duties {
        for (department_id, account) in past.accounts(&pasts, (from, to)) {
            if !seen(department_id) {
                continue;
            }
            if with_items {
                late.extend(account.late.iter().map(|lateness| LateItem {
                    duty_id: past.duty.id,
                    column_path: past.duty.column_path.clone(),
                    event_title: String::new(),
                    lateness: lateness.clone(),
                }));
            }
            accounts.entry(department_id).or_default().add(&account);
        }
    }
    late.sort_by_key(|item| (item.lateness.due, item.duty_id, item.lateness.event_id));
    name_events(db, site_id, &mut late).await?;
    let mut departments = owing(accounts, &names);
    let position = |id: &i64| names.get(id).map_or(i32::MAX, |row| row.position);
    departments.sort_by_key(|row| (row.per_mille(), position(&row.department_id)));
    Ok(PunctualityView {
        from,
        to,
        departments,
        late,
    })
}

/// The departments that owed something, under their names.
pub(super) fn owing(
    accounts: BTreeMap<i64, Account>,
    names: &BTreeMap<i64, department::Model>,
) -> Vec<DepartmentPunctuality> {
    accounts
        .into_iter()
        .filter(|(_, account)| account.obligations > 0)
        .map(|(department_id, account)| DepartmentPunctuality {
            department_id,
            department_name: names
                .get(&department_id)
                .map(|row| row.name.clone())
                .unwrap_or_default(),
            obligations: account.obligations,
            on_time: account.on_time,
            late_days: account.late_days,
        })
        .collect()
}

async fn name_events<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    late: &mut [LateItem],
) -> Result<(), DbErr> {
    let ids: Vec<i64> = late
        .iter()
        .filter_map(|item| item.lateness.event_id)
        .collect();
    if ids.is_empty() {
        return Ok(());
    }
    let titles: HashMap<i64, String> = trigger_event::Entity::find()
        .filter(trigger_event::Column::SiteId.eq(site_id))
        .filter(trigger_event::Column::Id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.title))
        .collect();
    for item in late {
        let title = item.lateness.event_id.and_then(|id| titles.get(&id));
        item.event_title = title.cloned().unwrap_or_default();
    }
    Ok(())
}

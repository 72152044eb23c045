//! 工作机构 of the county at a glance.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use lanmu_api::roster::{RosterRow, RostersView};
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;
use lanmu_domain::roster::{Listed, RosterRole, lacking};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::entries::{in_force_on, listed};
use crate::entity::department;
use crate::service::holders::holders_by_department;
use crate::service::{department_document, roster_collection};
use crate::session::SignedIn;

/// The overview with the lines behind it, by department, for the export.
pub type Overview = (RostersView, HashMap<i64, Vec<Listed>>);

/// All departments for the coordinator, the own ones for others.
///
/// # Errors
/// The database does not answer.
pub async fn overview<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    today: NaiveDate,
) -> Result<Overview, DbErr> {
    let site_id = who.person.site_id;
    let mut lines: HashMap<i64, Vec<Listed>> = HashMap::new();
    for row in in_force_on(db, site_id, None, today).await? {
        lines
            .entry(row.department_id)
            .or_default()
            .push(listed(&row)?);
    }
    let collection = roster_collection::newest_open(db, site_id).await?;
    let collected = match &collection {
        Some(row) => roster_collection::statuses(db, row.id, row.due).await?,
        None => HashMap::new(),
    };
    let sealed: HashSet<i64> = match &collection {
        Some(row) => roster_collection::sealed(db, row.id).await?,
        None => HashSet::new(),
    };
    let documents = department_document::kinds(db, site_id).await?;
    let vacant = vacant_roles(db, site_id).await?;
    let mut departments = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .filter(department::Column::EndedOn.is_null())
        .order_by_asc(department::Column::Position);
    if !Permission::ManageRosters.held(&who.actor) {
        departments = departments.filter(department::Column::Id.is_in(who.departments()));
    }
    let rows = departments
        .all(db)
        .await?
        .into_iter()
        .map(|department| {
            let id = department.id;
            let own = lines.get(&id).map(Vec::as_slice).unwrap_or_default();
            let names = |role: RosterRole| {
                let of_role = own.iter().filter(|line| line.role == role);
                of_role.map(|line| line.name.clone()).collect()
            };
            RosterRow {
                department_id: id,
                department_name: department.name,
                leaders: names(RosterRole::Leader),
                staff: names(RosterRole::Staff),
                complete: lacking(own).is_empty(),
                handed_in: collected.get(&id).copied(),
                sealed: sealed.contains(&id),
                documents: documents.get(&id).cloned().unwrap_or_default(),
                vacant: vacant.get(&id).cloned().unwrap_or_else(departmental),
            }
        })
        .collect();
    let view = RostersView {
        today,
        collection,
        rows,
    };
    Ok((view, lines))
}

/// The roles of the three reviews that nobody holds, by department; a department that is not there
/// has nobody at all.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn vacant_roles<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<HashMap<i64, Vec<Role>>, DbErr> {
    let mut held: HashMap<i64, HashSet<Role>> = HashMap::new();
    for role in departmental() {
        for (department_id, _) in holders_by_department(db, site_id, role).await? {
            held.entry(department_id).or_default().insert(role);
        }
    }
    Ok(held
        .into_iter()
        .map(|(id, held)| {
            let vacant = departmental()
                .into_iter()
                .filter(|role| !held.contains(role));
            (id, vacant.collect())
        })
        .collect())
}

/// The roles of the three reviews, by stage.
pub(super) fn departmental() -> Vec<Role> {
    Role::ALL
        .into_iter()
        .filter(|role| role.is_departmental())
        .collect()
}

//! The departments of a site with the groups to which they belong.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::site::DepartmentView;
use lanmu_domain::annex::PlannedDepartment;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::{department, department_alias, department_group, department_group_member};
use crate::service::freshness::departments_on;

/// The departments of today in their order.
///
/// # Errors
/// The database does not answer.
pub async fn all<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Vec<DepartmentView>, DbErr> {
    let rows = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .filter(department::Column::EndedOn.is_null())
        .all(db)
        .await?;
    views(db, site_id, rows).await
}

/// Those of a past day under their names of then; groups are those of today.
///
/// # Errors
/// The database does not answer.
pub async fn all_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<Vec<DepartmentView>, DbErr> {
    let there = |row: &department::Model| {
        row.begun_on.is_none_or(|begun| begun <= day)
            && row.ended_on.is_none_or(|ended| day < ended)
    };
    let known = departments_on(db, site_id, day).await?;
    views(db, site_id, known.into_values().filter(there).collect()).await
}

async fn views<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    mut rows: Vec<department::Model>,
) -> Result<Vec<DepartmentView>, DbErr> {
    rows.sort_by_key(|row| row.position);
    let names: HashMap<i64, String> = department_group::Entity::find()
        .filter(department_group::Column::SiteId.eq(site_id))
        .all(db)
        .await?
        .into_iter()
        .map(|group| (group.id, group.name))
        .collect();
    let mut groups: HashMap<i64, Vec<String>> = HashMap::new();
    let members = department_group_member::Entity::find()
        .filter(department_group_member::Column::GroupId.is_in(names.keys().copied()))
        .all(db)
        .await?;
    for member in members {
        let name = names.get(&member.group_id).cloned();
        groups.entry(member.department_id).or_default().extend(name);
    }
    Ok(rows
        .into_iter()
        .map(|row| DepartmentView {
            id: row.id,
            name: row.name,
            kind: row.kind,
            groups: groups.remove(&row.id).unwrap_or_default(),
            initials: String::new(),
        })
        .collect())
}

/// All departments in their order, with every name that they go by.
///
/// # Errors
/// The database does not answer.
pub async fn planned<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<Vec<PlannedDepartment>, DbErr> {
    let mut aliases: HashMap<i64, Vec<String>> = HashMap::new();
    let rows = department_alias::Entity::find()
        .filter(department_alias::Column::SiteId.eq(site_id))
        .order_by_asc(department_alias::Column::Id)
        .all(db)
        .await?;
    for row in rows {
        aliases
            .entry(row.department_id)
            .or_default()
            .push(row.alias);
    }
    Ok(all(db, site_id)
        .await?
        .into_iter()
        .map(|department| PlannedDepartment {
            aliases: aliases.remove(&department.id).unwrap_or_default(),
            name: department.name,
            kind: department.kind,
            groups: department.groups,
        })
        .collect())
}

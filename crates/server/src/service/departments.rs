//! The departments of a site with the groups to which they belong.

use std::collections::HashMap;

use chrono::NaiveDate;
use lanmu_api::site::DepartmentView;
use lanmu_domain::annex::PlannedDepartment;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::{department, department_alias};
use crate::service::freshness::departments_on;
use crate::service::groups::{self, Group};

/// The departments of today in their order.
///
/// # Errors
/// The database does not answer.
pub async fn all<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Vec<DepartmentView>, DbErr> {
    let of_today = groups::all(db, site_id).await?;
    Ok(views(rows_of_today(db, site_id).await?, &of_today))
}

async fn rows_of_today<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<Vec<department::Model>, DbErr> {
    department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .filter(department::Column::EndedOn.is_null())
        .all(db)
        .await
}

/// Those of a past day with their names and groups of then.
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
    let rows = known.into_values().filter(there).collect();
    Ok(views(rows, &groups::all_on(db, site_id, day).await?))
}

fn views(mut rows: Vec<department::Model>, of_day: &[Group]) -> Vec<DepartmentView> {
    rows.sort_by_key(|row| row.position);
    let mut groups: HashMap<i64, Vec<String>> = HashMap::new();
    for group in of_day {
        for member in &group.members {
            let names = groups.entry(*member).or_default();
            names.push(group.name.clone());
        }
    }
    rows.into_iter()
        .map(|row| DepartmentView {
            id: row.id,
            name: row.name,
            kind: row.kind,
            groups: groups.remove(&row.id).unwrap_or_default(),
            initials: String::new(),
        })
        .collect()
}

/// All departments in their order, with every name that they and their groups go by.
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
    let of_day = groups::all(db, site_id).await?;
    let once = groups::old_names(db, site_id, &of_day).await?;
    let once_in = |id: i64| {
        let held = |group: i64| {
            let mut of_day = of_day.iter();
            of_day.any(|known| known.id == group && known.members.contains(&id))
        };
        let names = once.iter().filter(move |(_, group)| held(**group));
        names.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    Ok(views(rows_of_today(db, site_id).await?, &of_day)
        .into_iter()
        .map(|department| PlannedDepartment {
            aliases: aliases.remove(&department.id).unwrap_or_default(),
            name: department.name,
            kind: department.kind,
            groups: [department.groups, once_in(department.id)].concat(),
        })
        .collect())
}

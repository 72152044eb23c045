//! 部门分组: the sets of departments that a cell 责任部门 names as one.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::from_json;
use crate::entity::{department_group, department_group_member, department_group_state};

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Ids of its members, in no order.
    pub members: Vec<i64>,
}

/// The groups of today.
///
/// # Errors
/// The database does not answer.
pub async fn all<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Vec<Group>, DbErr> {
    let mut rows = rows(db, site_id).await?;
    rows.retain(|row| row.ended_on.is_none());
    with_members(db, rows).await
}

/// Those of a day with their names and members of then.
///
/// # Errors
/// The database does not answer.
pub async fn all_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<Vec<Group>, DbErr> {
    let mut rows = rows(db, site_id).await?;
    rows.retain(|row| {
        row.begun_on.is_none_or(|begun| begun <= day)
            && row.ended_on.is_none_or(|ended| day < ended)
    });
    let mut groups = with_members(db, rows).await?;
    let states = department_group_state::Entity::find()
        .filter(department_group_state::Column::SiteId.eq(site_id))
        .filter(department_group_state::Column::EffectiveFrom.lte(day))
        .order_by_asc(department_group_state::Column::EffectiveFrom)
        .order_by_asc(department_group_state::Column::Id);
    for state in states.all(db).await? {
        if let Some(group) = groups.iter_mut().find(|group| group.id == state.group_id) {
            group.name = state.name;
            group.members = from_json(state.members)?;
        }
    }
    Ok(groups)
}

/// The names that these groups of today once had, with the group.
///
/// # Errors
/// The database does not answer.
pub async fn old_names<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    groups: &[Group],
) -> Result<HashMap<String, i64>, DbErr> {
    let states = department_group_state::Entity::find()
        .filter(department_group_state::Column::SiteId.eq(site_id))
        .filter(department_group_state::Column::GroupId.is_in(groups.iter().map(|g| g.id)))
        .all(db)
        .await?;
    let mut names: HashMap<String, i64> = states
        .into_iter()
        .map(|state| (state.name, state.group_id))
        .collect();
    names.retain(|name, _| groups.iter().all(|group| group.name != *name));
    Ok(names)
}

async fn rows<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<Vec<department_group::Model>, DbErr> {
    department_group::Entity::find()
        .filter(department_group::Column::SiteId.eq(site_id))
        .order_by_asc(department_group::Column::Id)
        .all(db)
        .await
}

async fn with_members<C: ConnectionTrait>(
    db: &C,
    rows: Vec<department_group::Model>,
) -> Result<Vec<Group>, DbErr> {
    let members = department_group_member::Entity::find()
        .filter(department_group_member::Column::GroupId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let mut of_group: HashMap<i64, Vec<i64>> = HashMap::new();
    for member in members {
        let held = of_group.entry(member.group_id).or_default();
        held.push(member.department_id);
    }
    Ok(rows
        .into_iter()
        .map(|row| Group {
            members: of_group.remove(&row.id).unwrap_or_default(),
            id: row.id,
            name: row.name,
        })
        .collect())
}

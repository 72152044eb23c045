//! The departments of a site with the groups to which they belong.

use std::collections::HashMap;

use lanmu_api::site::DepartmentView;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::{department, department_group, department_group_member};

/// All departments in their order.
///
/// # Errors
/// The database does not answer.
pub async fn all<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Vec<DepartmentView>, DbErr> {
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
    let rows = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .order_by_asc(department::Column::Position)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| DepartmentView {
            id: row.id,
            name: row.name,
            kind: row.kind,
            groups: groups.remove(&row.id).unwrap_or_default(),
        })
        .collect())
}

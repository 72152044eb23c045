//! The departments of a new site, their groups and their other names.

use std::collections::BTreeMap;

use lanmu_domain::annex::PlannedDepartment;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::db::WriteTx;
use crate::entity::{department, department_alias, department_group, department_group_member};

/// Stores the departments; gives their ids in the order of the plan.
///
/// # Errors
/// The database cannot be reached.
pub async fn store(write: &WriteTx, planned: &[PlannedDepartment]) -> anyhow::Result<Vec<i64>> {
    let site_id = write.site_id();
    let rows = planned
        .iter()
        .zip(0..)
        .map(|(planned, position)| department::ActiveModel {
            site_id: Set(site_id),
            name: Set(planned.name.clone()),
            kind: Set(planned.kind.clone()),
            position: Set(position),
            ..Default::default()
        });
    department::Entity::insert_many(rows)
        .exec(write.tx())
        .await?;
    let ids: Vec<i64> = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .order_by_asc(department::Column::Position)
        .all(write.tx())
        .await?
        .into_iter()
        .map(|row| row.id)
        .collect();

    let mut groups: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for (planned, id) in planned.iter().zip(&ids) {
        for group in &planned.groups {
            groups.entry(group).or_default().push(*id);
        }
        for alias in &planned.aliases {
            let row = department_alias::ActiveModel {
                site_id: Set(site_id),
                department_id: Set(*id),
                alias: Set(alias.clone()),
                ..Default::default()
            };
            row.insert(write.tx()).await?;
        }
    }
    for (name, members) in groups {
        let group = department_group::ActiveModel {
            site_id: Set(site_id),
            name: Set(name.to_owned()),
            ..Default::default()
        };
        let group_id = group.insert(write.tx()).await?.id;
        let members =
            members
                .into_iter()
                .map(|department_id| department_group_member::ActiveModel {
                    group_id: Set(group_id),
                    department_id: Set(department_id),
                });
        department_group_member::Entity::insert_many(members)
            .exec_without_returning(write.tx())
            .await?;
    }
    Ok(ids)
}

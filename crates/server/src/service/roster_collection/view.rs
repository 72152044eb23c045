//! A collection, department by department.

use std::collections::HashMap;

use lanmu_api::roster_collection::{CollectedDepartment, CollectionView};
use lanmu_domain::roster::HandInStatus;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::find::collection_of;
use super::list::row;
use super::statuses::{asked_by, handed_in};
use crate::clock::local;
use crate::entity::{
    department, department_document, roster_collection_department, roster_hand_in,
};
use crate::error::Problem;
use crate::service::roster::vacant_roles;

/// The collection with the departments that it asks, in their order.
///
/// # Errors
/// 404, or the database does not answer.
pub async fn view<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<CollectionView, Problem> {
    let row = row(db, collection_of(db, site_id, id).await?).await?;
    let handed_in = handed_in(db, id).await?;
    let asked: HashMap<i64, roster_collection_department::Model> = asked_by(db, id)
        .await?
        .into_iter()
        .map(|row| (row.department_id, row))
        .collect();
    let staffed = vacant_roles(db, site_id).await?;
    let last = handed_in.values().filter_map(|rows| rows.last());
    let scans: HashMap<i64, i64> = department_document::Entity::find()
        .filter(department_document::Column::HandInId.is_in(last.map(|row| row.id)))
        .order_by_asc(department_document::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(|scan| (scan.department_id, scan.id))
        .collect();
    let departments = department::Entity::find()
        .filter(department::Column::Id.is_in(asked.keys().copied()))
        .order_by_asc(department::Column::Position)
        .all(db)
        .await?;
    let departments = departments
        .into_iter()
        .filter_map(|department| {
            let asked = asked.get(&department.id)?;
            let own = handed_in.get(&department.id).map(Vec::as_slice);
            let own: &[roster_hand_in::Model] = own.unwrap_or_default();
            let first_at = own.first().map(|row| local(row.at));
            Some(CollectedDepartment {
                department_id: department.id,
                department_name: department.name,
                status: HandInStatus::of(row.due, first_at),
                first_at,
                last_at: own
                    .get(1..)
                    .and_then(|rest| rest.last())
                    .map(|row| local(row.at)),
                by: own
                    .last()
                    .map(|row| row.person_name.clone())
                    .unwrap_or_default(),
                scan_id: scans.get(&department.id).copied(),
                reminded_at: asked.reminded_at.map(local),
                reminders: asked.reminders,
                has_people: staffed.contains_key(&department.id),
            })
        })
        .collect();
    Ok(CollectionView { row, departments })
}

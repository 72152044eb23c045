//! Attestations that wait for a section head: for the section heads who may decide, and for the
//! coordinators where nobody may.

use std::collections::HashMap;

use lanmu_api::today::TodayItem;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{ITEMS_MAX, Part};
use crate::clock::local;
use crate::entity::{attestation, duty};
use crate::service::article::names;
use crate::service::evidence::waiting;
use crate::service::holders::holders_by_department;
use crate::session::SignedIn;

/// What this person may confirm, the longest wait first.
pub(super) async fn to_decide<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    let departments: Vec<i64> = who
        .actor
        .posts
        .iter()
        .filter(|post| post.role == Role::SectionHead)
        .filter_map(|post| post.department_id)
        .collect();
    if departments.is_empty() {
        return Ok(Part::default());
    }
    let others = Condition::any()
        .add(attestation::Column::PersonId.is_null())
        .add(attestation::Column::PersonId.ne(who.person.id));
    let found = attestation::Entity::find()
        .filter(waiting(who.person.site_id))
        .filter(attestation::Column::DepartmentId.is_in(departments))
        .filter(others)
        .order_by_asc(attestation::Column::AttestedAt)
        .order_by_asc(attestation::Column::Id)
        .all(db)
        .await?;
    items(db, found, false).await
}

/// What nobody may confirm, for who keeps the matrix.
pub(super) async fn stuck<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    if !Permission::ManageMatrix.held(&who.actor) {
        return Ok(Part::default());
    }
    let site_id = who.person.site_id;
    let mut found = attestation::Entity::find()
        .filter(waiting(site_id))
        .order_by_asc(attestation::Column::AttestedAt)
        .order_by_asc(attestation::Column::Id)
        .all(db)
        .await?;
    if found.is_empty() {
        return Ok(Part::default());
    }
    let heads = holders_by_department(db, site_id, Role::SectionHead).await?;
    found.retain(|row| {
        !heads.iter().any(|(department_id, person_id)| {
            *department_id == row.department_id && row.person_id != Some(*person_id)
        })
    });
    items(db, found, true).await
}

async fn items<C: ConnectionTrait>(
    db: &C,
    mut found: Vec<attestation::Model>,
    nobody_confirms: bool,
) -> Result<Part, DbErr> {
    let total = found.len() as u64;
    found.truncate(usize::try_from(ITEMS_MAX).unwrap_or(usize::MAX));
    let duties = found.iter().map(|row| row.duty_id);
    let columns: HashMap<i64, i64> = duty::Entity::find()
        .select_only()
        .column(duty::Column::Id)
        .column(duty::Column::ColumnId)
        .filter(duty::Column::Id.is_in(duties))
        .into_tuple::<(i64, i64)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let departments = found.iter().map(|row| row.department_id);
    let names = names(db, departments, columns.values().copied()).await?;
    let items = found
        .into_iter()
        .map(|row| {
            let column_id = columns.get(&row.duty_id).copied().unwrap_or_default();
            let place = names.place(row.department_id, column_id);
            TodayItem::Attestation {
                attestation_id: row.id,
                duty_id: row.duty_id,
                column_path: place.column_path,
                department_name: place.department_name,
                note: row.note,
                by: row.person_name,
                since: local(row.attested_at),
                nobody_confirms,
            }
        })
        .collect();
    Ok(Part { items, total })
}

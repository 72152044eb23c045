//! What a department handed in.

use std::collections::{HashMap, HashSet};

use lanmu_api::roster::HandInView;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::{roster_collection, roster_hand_in};
use crate::service::department_document;

/// The hand-ins of a department with their scans, the newest first.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn hand_ins<C: ConnectionTrait>(
    db: &C,
    department_id: i64,
) -> Result<Vec<HandInView>, DbErr> {
    let rows = roster_hand_in::Entity::find()
        .filter(roster_hand_in::Column::DepartmentId.eq(department_id))
        .order_by_desc(roster_hand_in::Column::Id)
        .all(db)
        .await?;
    let ids = rows.iter().map(|row| row.collection_id);
    let titles: HashMap<i64, String> = roster_collection::Entity::find()
        .filter(roster_collection::Column::Id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.title))
        .collect();
    let mut seen = HashSet::new();
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let current = seen.insert(row.collection_id);
        views.push(HandInView {
            scans: department_document::of_hand_in(db, row.id).await?,
            id: row.id,
            collection_id: row.collection_id,
            collection_title: titles.get(&row.collection_id).cloned().unwrap_or_default(),
            number: row.number,
            current,
            by: row.person_name,
            at: local(row.at),
            may_seal: current,
        });
    }
    Ok(views)
}

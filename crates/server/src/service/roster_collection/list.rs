//! The collections of a site.

use lanmu_api::roster_collection::CollectionRow;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::statuses::{asked_by, handed_in};
use crate::clock::local;
use crate::entity::roster_collection;

/// All of them, the newest first: a county makes a few a year.
///
/// # Errors
/// The database does not answer.
pub async fn list<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<Vec<CollectionRow>, DbErr> {
    let found = roster_collection::Entity::find()
        .filter(roster_collection::Column::SiteId.eq(site_id))
        .order_by_desc(roster_collection::Column::Id)
        .all(db)
        .await?;
    let mut rows = Vec::with_capacity(found.len());
    for one in found {
        rows.push(row(db, one).await?);
    }
    Ok(rows)
}

/// The newest one that is open.
///
/// # Errors
/// The database does not answer.
pub async fn newest_open<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<Option<CollectionRow>, DbErr> {
    let found = roster_collection::Entity::find()
        .filter(roster_collection::Column::SiteId.eq(site_id))
        .filter(roster_collection::Column::ClosedAt.is_null())
        .order_by_desc(roster_collection::Column::Id)
        .one(db)
        .await?;
    match found {
        Some(one) => row(db, one).await.map(Some),
        None => Ok(None),
    }
}

/// A collection with its counts.
pub(super) async fn row<C: ConnectionTrait>(
    db: &C,
    one: roster_collection::Model,
) -> Result<CollectionRow, DbErr> {
    Ok(CollectionRow {
        asked: asked_by(db, one.id).await?.len(),
        handed_in: handed_in(db, one.id).await?.len(),
        id: one.id,
        title: one.title,
        due: local(one.due_at),
        by: one.created_by_name,
        at: local(one.created_at),
        closed_at: one.closed_at.map(local),
    })
}

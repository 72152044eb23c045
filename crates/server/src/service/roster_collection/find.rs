//! A collection and a hand-in of the person's site.

use lanmu_api::error::ErrorCode;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::{roster_collection, roster_hand_in};
use crate::error::Problem;

/// The collection.
///
/// # Errors
/// 404 for one of another site.
pub(super) async fn collection_of<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<roster_collection::Model, Problem> {
    roster_collection::Entity::find_by_id(id)
        .filter(roster_collection::Column::SiteId.eq(site_id))
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)
}

/// The collection, if it is open.
///
/// # Errors
/// 404, 409 for one that was closed.
pub(super) async fn open_one<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<roster_collection::Model, Problem> {
    let found = collection_of(db, site_id, id).await?;
    if found.closed_at.is_some() {
        return Err(Problem::with(ErrorCode::Refused, "该次收集已经结束。"));
    }
    Ok(found)
}

/// A hand-in.
///
/// # Errors
/// 404 for one of another site.
pub(crate) async fn hand_in_of<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<roster_hand_in::Model, Problem> {
    roster_hand_in::Entity::find_by_id(id)
        .filter(roster_hand_in::Column::SiteId.eq(site_id))
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)
}

//! One's own feeds.

use std::collections::HashMap;

use lanmu_api::feed::FeedView;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::{calendar_feed, department};
use crate::session::SignedIn;

/// The person's open feeds, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn list<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Vec<FeedView>, DbErr> {
    let rows = calendar_feed::Entity::find()
        .filter(calendar_feed::Column::PersonId.eq(who.person.id))
        .filter(calendar_feed::Column::RevokedAt.is_null())
        .order_by_desc(calendar_feed::Column::Id)
        .all(db)
        .await?;
    let names: HashMap<i64, String> = department::Entity::find()
        .filter(department::Column::Id.is_in(rows.iter().filter_map(|row| row.department_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|department| (department.id, department.name))
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| FeedView {
            id: row.id,
            department_name: row.department_id.and_then(|id| names.get(&id).cloned()),
            created_at: local(row.created_at),
            last_read_at: row.last_read_at.map(local),
        })
        .collect())
}

//! The notifications of a person.

use std::collections::HashSet;

use lanmu_api::notification::NotificationRow;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::clock::local;
use crate::entity::{article, notification};
use crate::service::article::visible_to;
use crate::service::inbox::awaiting;
use crate::session::SignedIn;

/// What the person was told.
#[must_use]
pub fn told(who: &SignedIn) -> Select<notification::Entity> {
    notification::Entity::find()
        .filter(notification::Column::SiteId.eq(who.person.site_id))
        .filter(notification::Column::PersonId.eq(who.person.id))
}

/// As lists show it, in the order given. A link is given to items only that the person still sees.
///
/// # Errors
/// The database does not answer.
pub async fn rows<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    found: Vec<notification::Model>,
) -> Result<Vec<NotificationRow>, DbErr> {
    let about: Vec<i64> = found.iter().filter_map(|row| row.article_id).collect();
    let seen = among(db, visible_to(who), &about).await?;
    let waiting = match awaiting(who.person.site_id, &who.actor, None) {
        Some(waiting) => among(db, waiting, &about).await?,
        None => HashSet::new(),
    };
    let view = |row: notification::Model| {
        let article_id = row.article_id.filter(|id| seen.contains(id));
        NotificationRow {
            id: row.id,
            text: row.text,
            at: local(row.created_at),
            read: row.read_at.is_some(),
            article_id,
            to_review: article_id.is_some_and(|id| waiting.contains(&id)),
        }
    };
    Ok(found.into_iter().map(view).collect())
}

async fn among<C: ConnectionTrait>(
    db: &C,
    articles: Select<article::Entity>,
    ids: &[i64],
) -> Result<HashSet<i64>, DbErr> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<i64> = articles
        .filter(article::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .column(article::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}

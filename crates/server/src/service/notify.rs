//! Telling people. Notifications are written with the act, in its transaction, and delivered
//! after it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};

use crate::entity::notification;

/// What somebody is told about, and when.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The site.
    pub site_id: i64,
    /// The article, where it is about one.
    pub article_id: Option<i64>,
    /// The time of the act.
    pub at: DateTime<Utc>,
}

/// Tells these people, each once.
///
/// # Errors
/// The database cannot be reached.
pub async fn tell<C: ConnectionTrait>(
    db: &C,
    about: About,
    people: impl IntoIterator<Item = i64> + Send,
    text: &str,
) -> Result<(), DbErr> {
    let people: BTreeSet<i64> = people.into_iter().collect();
    if people.is_empty() {
        return Ok(());
    }
    let rows = people
        .into_iter()
        .map(|person_id| notification::ActiveModel {
            site_id: Set(about.site_id),
            person_id: Set(person_id),
            article_id: Set(about.article_id),
            text: Set(text.to_owned()),
            created_at: Set(about.at),
            read_at: Set(None),
            ..Default::default()
        });
    notification::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

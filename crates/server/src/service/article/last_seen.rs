//! Which revision a person saw last, so that the card can show what changed since.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter, QueryOrder,
};

use super::case::load;
use crate::db::WriteTx;
use crate::entity::{article_seen, revision};
use crate::error::Problem;
use crate::session::SignedIn;

/// Notes that this revision is on the person's card. It is no act on the article and writes no
/// ledger line: looking decides nothing.
///
/// # Errors
/// 404 for an article that the person does not see, or a revision that it never had.
pub async fn saw(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    hash: &str,
) -> Result<(), Problem> {
    load(write.tx(), write.site_id(), article_id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let revision = revision::Entity::find()
        .filter(revision::Column::ArticleId.eq(article_id))
        .filter(revision::Column::Hash.eq(hash))
        .order_by_desc(revision::Column::Id)
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    mark_seen(write, who, article_id, revision.id).await
}

/// The same for a revision that is known. Seeing the same one again changes nothing, so that what
/// was seen before it stays known.
///
/// # Errors
/// The database does not answer.
pub(super) async fn mark_seen(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    revision_id: i64,
) -> Result<(), Problem> {
    match seen_by(write.tx(), who.person.id, article_id).await? {
        Some(row) if row.revision_id == revision_id => {}
        Some(row) => {
            let former = row.revision_id;
            let mut row: article_seen::ActiveModel = row.into();
            row.former_revision_id = Set(Some(former));
            row.revision_id = Set(revision_id);
            row.at = Set(write.now_utc());
            row.update(write.tx()).await?;
        }
        None => {
            let row = article_seen::ActiveModel {
                site_id: Set(write.site_id()),
                person_id: Set(who.person.id),
                article_id: Set(article_id),
                revision_id: Set(revision_id),
                former_revision_id: Set(None),
                at: Set(write.now_utc()),
                ..Default::default()
            };
            row.insert(write.tx()).await?;
        }
    }
    Ok(())
}

/// What the person saw of the article.
///
/// # Errors
/// The database does not answer.
pub(super) async fn seen_by<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    article_id: i64,
) -> Result<Option<article_seen::Model>, DbErr> {
    article_seen::Entity::find()
        .filter(article_seen::Column::PersonId.eq(person_id))
        .filter(article_seen::Column::ArticleId.eq(article_id))
        .one(db)
        .await
}

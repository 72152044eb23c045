//! The content that the current one is compared with.

use chrono::{DateTime, Utc};
use lanmu_api::review_card::{Against, Comparison, FormerContent};
use lanmu_domain::article::Content;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::case::LoadedArticle;
use super::last_seen::seen_by;
use super::places::place_of;
use super::view::{current_publication, live};
use crate::clock::local;
use crate::entity::key::from_json;
use crate::entity::{review, revision};

/// What a person asks to compare the item with.
///
/// # Errors
/// The database cannot be reached, or holds what this version does not know.
pub async fn comparison<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    person_id: i64,
    against: Against,
) -> Result<Comparison, DbErr> {
    Ok(Comparison {
        against,
        column_path: loaded.place.column_path.clone(),
        former: former(db, loaded, person_id, against).await?,
    })
}

/// The other content, where there is one that differs in its revision.
pub(super) async fn former<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    person_id: i64,
    against: Against,
) -> Result<Option<FormerContent>, DbErr> {
    let article = &loaded.article;
    match against {
        Against::Live => {
            let publication = current_publication(db, article.id).await?;
            match live(db, article, publication.as_ref()).await? {
                Some(live) => with_place(db, loaded, live.content, live.publication.at.to_utc())
                    .await
                    .map(Some),
                None => Ok(None),
            }
        }
        Against::Seen => {
            let Some(seen) = seen_by(db, person_id, article.id).await? else {
                return Ok(None);
            };
            let before = if seen.revision_id == loaded.revision.id {
                seen.former_revision_id
            } else {
                Some(seen.revision_id)
            };
            of_revision(db, loaded, before, None).await
        }
        Against::Submitted => {
            let before = review::Entity::find()
                .filter(review::Column::ArticleId.eq(article.id))
                .filter(review::Column::RevisionId.ne(loaded.revision.id))
                .order_by_desc(review::Column::Id)
                .one(db)
                .await?;
            let at = before.as_ref().map(|review| review.opened_at);
            let id = before.map(|review| review.revision_id);
            of_revision(db, loaded, id, at).await
        }
    }
}

/// A revision of the article; as of its writing, where no other time is known.
async fn of_revision<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    id: Option<i64>,
    at: Option<DateTime<Utc>>,
) -> Result<Option<FormerContent>, DbErr> {
    let Some(id) = id else {
        return Ok(None);
    };
    let Some(revision) = revision::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    // Edited there and back: the same text under another number.
    if revision.hash == loaded.revision.hash {
        return Ok(None);
    }
    let at = at.unwrap_or(revision.created_at);
    let content = from_json(revision.content)?;
    with_place(db, loaded, content, at).await.map(Some)
}

async fn with_place<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    content: Content,
    at: DateTime<Utc>,
) -> Result<FormerContent, DbErr> {
    let place = place_of(db, loaded.article.department_id, content.column_id).await?;
    Ok(FormerContent {
        content,
        column_path: place.column_path,
        at: local(at),
    })
}

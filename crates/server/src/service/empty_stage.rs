//! 缺审核人: stages that nobody can sign. They wait; the coordinator and the department's leader are
//! shown it, and whoever grants posts can name somebody.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use lanmu_domain::review::{ArticleState, Stage, empty_stages};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::article::{LoadedArticle, verdict};
use super::candidates::candidates;
use crate::entity::key::from_key;
use crate::entity::{article, opinion, revision};

/// The stages still to come of an item that nobody can sign now.
///
/// # Errors
/// The database does not answer.
pub async fn of_article<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    now: DateTime<Utc>,
) -> Result<Vec<Stage>, DbErr> {
    match loaded.state {
        ArticleState::Draft
        | ArticleState::Returned
        | ArticleState::InSectionReview
        | ArticleState::InReleaseReview => {}
        ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => {
            return Ok(Vec::new());
        }
    }
    let mut taken: Vec<i64> = loaded.signatures.iter().flat_map(|s| s.people()).collect();
    taken.push(loaded.revision.author_id);
    let place = (loaded.article.site_id, loaded.article.department_id);
    stages(db, place, loaded.state, &taken, now).await
}

/// The stages that nobody in the department could sign for an item that this person writes and
/// submits now.
///
/// # Errors
/// The database does not answer.
pub async fn for_author<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    department_id: i64,
    author_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Stage>, DbErr> {
    let place = (site_id, department_id);
    stages(db, place, ArticleState::Draft, &[author_id], now).await
}

async fn stages<C: ConnectionTrait>(
    db: &C,
    (site_id, department_id): (i64, i64),
    state: ArticleState,
    taken: &[i64],
    now: DateTime<Utc>,
) -> Result<Vec<Stage>, DbErr> {
    let section = candidates(db, site_id, Stage::Section, now).await?;
    let release = candidates(db, site_id, Stage::Release, now).await?;
    let (section, release) = (section.of(department_id), release.of(department_id));
    Ok(empty_stages(state, section, release, taken))
}

/// An item that waits at a stage which nobody can sign.
#[derive(Clone, Debug)]
pub struct Stuck {
    /// The item.
    pub article: article::Model,
    /// The stage.
    pub stage: Stage,
}

/// The items that wait at a stage which nobody can sign, the longest wait first; only of some
/// departments unless `None`.
///
/// # Errors
/// The database does not answer.
pub async fn stuck<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    departments: Option<&[i64]>,
    now: DateTime<Utc>,
) -> Result<Vec<Stuck>, DbErr> {
    let waiting = ArticleState::ALL
        .into_iter()
        .filter(|state| state.awaited_stage().is_some())
        .map(ArticleState::key);
    let mut found = article::Entity::find()
        .filter(article::Column::SiteId.eq(site_id))
        .filter(article::Column::State.is_in(waiting));
    if let Some(ids) = departments {
        found = found.filter(article::Column::DepartmentId.is_in(ids.iter().copied()));
    }
    let found = found
        .order_by_asc(article::Column::StateSince)
        .order_by_asc(article::Column::Id)
        .all(db)
        .await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let taken = taken(db, &found).await?;
    let section = candidates(db, site_id, Stage::Section, now).await?;
    let release = candidates(db, site_id, Stage::Release, now).await?;
    let mut stuck = Vec::new();
    for article in found {
        let state: ArticleState = from_key(&article.state)?;
        let of = article.department_id;
        let taken = taken.get(&article.id).map(Vec::as_slice);
        let empty = empty_stages(
            state,
            section.of(of),
            release.of(of),
            taken.unwrap_or_default(),
        );
        if let Some(stage) = state.awaited_stage().filter(|stage| empty.contains(stage)) {
            stuck.push(Stuck { article, stage });
        }
    }
    Ok(stuck)
}

/// Who wrote the current revision or has part in an approval that stands, by article.
pub(super) async fn taken<C: ConnectionTrait>(
    db: &C,
    articles: &[article::Model],
) -> Result<HashMap<i64, Vec<i64>>, DbErr> {
    let mut taken: HashMap<i64, Vec<i64>> = HashMap::new();
    let authors: Vec<(i64, i64)> = revision::Entity::find()
        .select_only()
        .column(revision::Column::ArticleId)
        .column(revision::Column::AuthorId)
        .filter(revision::Column::Id.is_in(articles.iter().filter_map(|a| a.revision_id)))
        .into_tuple()
        .all(db)
        .await?;
    for (article_id, author_id) in authors {
        taken.entry(article_id).or_default().push(author_id);
    }
    let signed = opinion::Entity::find()
        .filter(opinion::Column::ArticleId.is_in(articles.iter().map(|a| a.id)))
        .filter(opinion::Column::Verdict.eq(verdict::APPROVED))
        .filter(opinion::Column::Voided.eq(false))
        .all(db)
        .await?;
    for row in signed {
        let people = taken.entry(row.article_id).or_default();
        people.push(row.person_id);
        people.extend(row.on_behalf_of_id);
    }
    Ok(taken)
}

//! The case of an item as the rules see it, read inside the transaction that acts on it.

use std::collections::HashMap;

use lanmu_api::article::ArticleLink;
use lanmu_api::secrecy::{FindingView, open_findings};
use lanmu_domain::article::Content;
use lanmu_domain::review::{ArticleState, Case, EmergencyRelease, Signature, Stage};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::correct::correction_of;
use super::emergency::{of_article, release_of};
use super::findings::findings;
use super::places::{Place, place_of};
use crate::clock::local;
use crate::entity::key::{from_json, from_key};
use crate::entity::{article, emergency_release, opinion, review, revision};

/// An item with its current revision, the review that counts and the approvals that stand.
#[derive(Clone, Debug)]
pub struct LoadedArticle {
    /// The item.
    pub article: article::Model,
    /// Where it stands.
    pub state: ArticleState,
    /// The current revision.
    pub revision: revision::Model,
    /// What the current revision says.
    pub content: Content,
    /// The open review, or the one that released the item.
    pub review: Option<review::Model>,
    /// The approvals of that review that stand, in order.
    pub signatures: Vec<Signature>,
    /// The emergency release that counts.
    pub emergency: Option<EmergencyRelease>,
    /// The latest emergency release, one that was ordered withdrawn included.
    pub emergency_row: Option<emergency_release::Model>,
    /// The latest correction of it.
    pub correction: Option<ArticleLink>,
    /// Names of department and column.
    pub place: Place,
    /// What the secrecy check finds in the current revision, with what people said about it.
    pub findings: Vec<FindingView>,
}

impl LoadedArticle {
    /// All that a decision depends on.
    #[must_use]
    pub fn case(&self) -> Case<'_> {
        Case {
            state: self.state,
            department_id: self.article.department_id,
            content: &self.content,
            revision: &self.revision.hash,
            author_id: self.revision.author_id,
            signatures: &self.signatures,
            open_findings: open_findings(&self.findings),
            correction_open: self
                .correction
                .as_ref()
                .is_some_and(ArticleLink::is_under_way),
            emergency: self.emergency.as_ref(),
        }
    }
}

/// The item as it is now; `None` if the site has no such item.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn load<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    article_id: i64,
) -> Result<Option<LoadedArticle>, DbErr> {
    let found = article::Entity::find_by_id(article_id)
        .filter(article::Column::SiteId.eq(site_id))
        .one(db)
        .await?;
    complete(db, found).await
}

/// The item as it is now, kept from being changed by anybody else until the transaction ends.
///
/// # Errors
/// As [`load`].
pub async fn load_for_change<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    article_id: i64,
) -> Result<Option<LoadedArticle>, DbErr> {
    let found = article::Entity::find_by_id(article_id)
        .filter(article::Column::SiteId.eq(site_id))
        .lock_exclusive()
        .one(db)
        .await?;
    complete(db, found).await
}

async fn complete<C: ConnectionTrait>(
    db: &C,
    found: Option<article::Model>,
) -> Result<Option<LoadedArticle>, DbErr> {
    let Some(article) = found else {
        return Ok(None);
    };
    let state: ArticleState = from_key(&article.state)?;
    let missing = || DbErr::RecordNotFound(format!("revision of article {}", article.id));
    let revision_id = article.revision_id.ok_or_else(missing)?;
    let revision = revision::Entity::find_by_id(revision_id)
        .one(db)
        .await?
        .ok_or_else(missing)?;
    let content: Content = from_json(revision.content.clone())?;
    let review = counting_review(db, &article, state).await?;
    let signatures = match &review {
        Some(review) => signatures(db, review.id).await?,
        None => Vec::new(),
    };
    let correction = correction_of(db, article.id).await?;
    let emergency_row = of_article(db, article.id).await?;
    let emergency = match &emergency_row {
        Some(row) => release_of(row)?,
        None => None,
    };
    let place = place_of(db, article.department_id, article.column_id).await?;
    let findings = findings(db, &article, &content).await?;
    Ok(Some(LoadedArticle {
        article,
        state,
        revision,
        content,
        review,
        signatures,
        emergency,
        emergency_row,
        correction,
        place,
        findings,
    }))
}

/// The open review where one is awaited, the one that released the item afterwards.
async fn counting_review<C: ConnectionTrait>(
    db: &C,
    article: &article::Model,
    state: ArticleState,
) -> Result<Option<review::Model>, DbErr> {
    let of_article = review::Entity::find().filter(review::Column::ArticleId.eq(article.id));
    match state {
        ArticleState::InSectionReview | ArticleState::InReleaseReview => {
            of_article
                .filter(review::Column::Open.eq(true))
                .one(db)
                .await
        }
        ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected => {
            of_article
                .filter(review::Column::Outcome.eq(super::outcome::RELEASED))
                .order_by_desc(review::Column::Id)
                .one(db)
                .await
        }
        ArticleState::Filed => {
            of_article
                .filter(review::Column::Outcome.eq(super::outcome::FILED))
                .order_by_desc(review::Column::Id)
                .one(db)
                .await
        }
        ArticleState::Draft | ArticleState::Returned => Ok(None),
    }
}

/// The approvals of a review that stand, in order.
async fn signatures<C: ConnectionTrait>(db: &C, review_id: i64) -> Result<Vec<Signature>, DbErr> {
    let mut found = signatures_of(db, [review_id]).await?;
    Ok(found.remove(&review_id).unwrap_or_default())
}

/// The same of several reviews, by the review.
pub(super) async fn signatures_of<C: ConnectionTrait>(
    db: &C,
    reviews: impl IntoIterator<Item = i64> + Send,
) -> Result<HashMap<i64, Vec<Signature>>, DbErr> {
    let rows = opinion::Entity::find()
        .filter(opinion::Column::ReviewId.is_in(reviews))
        .filter(opinion::Column::Verdict.eq(super::verdict::APPROVED))
        .filter(opinion::Column::Voided.eq(false))
        .order_by_asc(opinion::Column::Stage)
        .order_by_asc(opinion::Column::Id)
        .all(db)
        .await?;
    let mut found: HashMap<i64, Vec<Signature>> = HashMap::new();
    for row in rows {
        found.entry(row.review_id).or_default().push(Signature {
            stage: stage_of(row.stage)?,
            person_id: row.person_id,
            on_behalf_of: row.on_behalf_of_id,
            revision: row.revision_hash,
            secrecy: row.secrecy.as_deref().map(from_key).transpose()?,
            at: local(row.at),
        });
    }
    Ok(found)
}

/// The stage as the database counts it.
pub(super) fn stage_of(number: i16) -> Result<Stage, DbErr> {
    Stage::from_number(number).ok_or_else(|| DbErr::Type(format!("review stage {number}")))
}

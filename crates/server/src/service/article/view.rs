//! An item as lists, the review card and the editor show it.

use chrono::{DateTime, FixedOffset, Utc};
use lanmu_api::article::{
    ArticleRow, ArticleView, LiveView, OpinionView, PublishedAt, SignatureView, WithdrawalView,
};
use lanmu_api::error::Conflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::assess_withheld::assessments;
use super::case::{LoadedArticle, stage_of};
use super::correct::{corrected, link};
use super::emergency::emergency_view;
use super::places::{Names, names};
use crate::clock::local;
use crate::entity::key::{from_json, from_key};
use crate::entity::{article, opinion, publication, revision};
use crate::service::empty_stage;
use crate::service::publication::{doubts_of, verdict_of};

/// The rows of a list, in the order given.
///
/// # Errors
/// The database cannot be reached, or holds keys that this version does not know.
pub async fn rows<C: ConnectionTrait>(
    db: &C,
    articles: &[article::Model],
) -> Result<Vec<ArticleRow>, DbErr> {
    let departments = articles.iter().map(|a| a.department_id);
    let columns = articles.iter().map(|a| a.column_id);
    let names = names(db, departments, columns).await?;
    articles
        .iter()
        .map(|article| row(article, &names))
        .collect()
}

fn row(article: &article::Model, names: &Names) -> Result<ArticleRow, DbErr> {
    let place = names.place(article.department_id, article.column_id);
    row_at(article, place.department_name, place.column_path)
}

fn row_at(
    article: &article::Model,
    department_name: String,
    column_path: Vec<String>,
) -> Result<ArticleRow, DbErr> {
    Ok(ArticleRow {
        id: article.id,
        title: article.title.clone(),
        state: from_key(&article.state)?,
        attribute: article.attribute.as_deref().map(from_key).transpose()?,
        column_id: article.column_id,
        column_path,
        department_id: article.department_id,
        department_name,
        created_by: article.created_by_name.clone(),
        since: local(article.state_since),
        returns: article.returns,
        on_behalf_of: None,
        emergency: article.emergency,
        assess_by: article.assess_by,
    })
}

/// The review card and the editor, with the stages that nobody can sign at this moment.
///
/// # Errors
/// As [`rows`].
pub async fn view_now<C: ConnectionTrait>(
    db: &C,
    loaded: LoadedArticle,
    now: DateTime<Utc>,
) -> Result<ArticleView, DbErr> {
    let empty_stages = empty_stage::of_article(db, &loaded, now).await?;
    let shown = view(db, loaded, local(now)).await?;
    Ok(ArticleView {
        empty_stages,
        ..shown
    })
}

/// The review card and the editor.
///
/// # Errors
/// As [`rows`].
async fn view<C: ConnectionTrait>(
    db: &C,
    loaded: LoadedArticle,
    now: DateTime<FixedOffset>,
) -> Result<ArticleView, DbErr> {
    let article = &loaded.article;
    let corrects = corrected(db, article).await?;
    let corrects = corrects.as_ref().map(link).transpose()?;
    let emergency = loaded.emergency_row.as_ref();
    let emergency = emergency.map(|row| emergency_view(row, now)).transpose()?;
    let publication = current_publication(db, article.id).await?;
    Ok(ArticleView {
        row: row_at(
            article,
            loaded.place.department_name,
            loaded.place.column_path,
        )?,
        version: article.version,
        last_change: last_change(article),
        opinions: opinions(db, article.id).await?,
        assessments: assessments(db, article.id).await?,
        emergency,
        corrects,
        corrected_by: loaded.correction,
        empty_stages: Vec::new(),
        findings: loaded.findings,
        live: live(db, article, publication.as_ref()).await?,
        publication: publication.as_ref().map(published_at).transpose()?,
        content: loaded.content,
        revision: loaded.revision.hash,
        author_id: loaded.revision.author_id,
        author_name: loaded.revision.author_name,
        signatures: loaded
            .signatures
            .into_iter()
            .map(|s| SignatureView {
                stage: s.stage,
                person_id: s.person_id,
                on_behalf_of: s.on_behalf_of,
                revision: s.revision,
                secrecy: s.secrecy,
                at: s.at,
            })
            .collect(),
    })
}

/// Who did what last.
pub(super) fn last_change(article: &article::Model) -> Conflict {
    Conflict {
        version: article.version,
        changed_by: article.changed_by_name.clone(),
        changed_at: local(article.changed_at),
        what: article.changed_how.clone(),
    }
}

/// Every opinion ever given, newest first.
async fn opinions<C: ConnectionTrait>(db: &C, article_id: i64) -> Result<Vec<OpinionView>, DbErr> {
    let rows = opinion::Entity::find()
        .filter(opinion::Column::ArticleId.eq(article_id))
        .order_by_desc(opinion::Column::At)
        .order_by_desc(opinion::Column::Id)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OpinionView {
                stage: stage_of(row.stage)?,
                verdict: from_key(&row.verdict)?,
                person_name: row.person_name,
                on_behalf_of: row.on_behalf_of_name,
                post: row.post,
                at: local(row.at),
                text: row.text,
                secrecy: row.secrecy.as_deref().map(from_key).transpose()?,
                voided: row.voided,
                revision: row.revision_hash,
                reasons: row.reasons.map(from_json).transpose()?.unwrap_or_default(),
                return_to: row.return_to.as_deref().map(from_key).transpose()?,
                passage: row.passage.map(from_json).transpose()?,
                signature: row.signature,
            })
        })
        .collect()
}

/// The latest publication, taken down or not: a withdrawn item still says where it was.
pub(super) async fn current_publication<C: ConnectionTrait>(
    db: &C,
    article_id: i64,
) -> Result<Option<publication::Model>, DbErr> {
    publication::Entity::find()
        .filter(publication::Column::ArticleId.eq(article_id))
        .order_by_desc(publication::Column::Id)
        .one(db)
        .await
}

/// What is public where it is not the current revision: of the item that it corrects, or of the item
/// itself.
pub(super) async fn live<C: ConnectionTrait>(
    db: &C,
    article: &article::Model,
    publication: Option<&publication::Model>,
) -> Result<Option<LiveView>, DbErr> {
    if let Some(former) = corrected(db, article).await? {
        let publication = current_publication(db, former.id).await?;
        return public(db, former.live_revision_id, publication.as_ref()).await;
    }
    if article.revision_id == article.live_revision_id {
        return Ok(None);
    }
    public(db, article.live_revision_id, publication).await
}

async fn public<C: ConnectionTrait>(
    db: &C,
    revision_id: Option<i64>,
    publication: Option<&publication::Model>,
) -> Result<Option<LiveView>, DbErr> {
    let (Some(live), Some(publication)) = (revision_id, publication) else {
        return Ok(None);
    };
    let Some(revision) = revision::Entity::find_by_id(live).one(db).await? else {
        return Ok(None);
    };
    Ok(Some(LiveView {
        content: from_json(revision.content)?,
        publication: published_at(publication)?,
    }))
}

fn published_at(publication: &publication::Model) -> Result<PublishedAt, DbErr> {
    Ok(PublishedAt {
        id: publication.id,
        url: publication.url.clone(),
        at: local(publication.published_at),
        doubts: doubts_of(publication)?,
        verdict: verdict_of(publication)?,
        withdrawal: publication.withdrawn_at.map(|at| WithdrawalView {
            by: publication.withdrawn_by_name.clone().unwrap_or_default(),
            reason: publication.withdrawal_reason.clone().unwrap_or_default(),
            at: local(publication.taken_down_at.unwrap_or(at)),
            replaced_by: publication.replaced_by.clone(),
        }),
    })
}

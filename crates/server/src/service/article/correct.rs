//! 更正: another item that corrects a public one, through its own reviews.

use lanmu_api::article::{ArticleLink, ArticleView};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, ArticleState};
use lanmu_domain::role::Role;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::case::{LoadedArticle, load_for_change};
use super::create::begin;
use super::notify::tell;
use super::opinions::others_involved;
use super::seen::{answer, decide_or_refuse, line_about, load_seen, subject, touched};
use crate::db::WriteTx;
use crate::entity::article;
use crate::entity::key::from_key;
use crate::error::Problem;
use crate::session::SignedIn;

/// Begins the correction with the content that is public; gives the new draft.
///
/// # Errors
/// 404, 409 stale or refused, 403.
pub async fn correct(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    version: i64,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, version).await?;
    decide_or_refuse(who, &loaded, &Act::Correct)?;
    let department_id = loaded.article.department_id;
    let content = &loaded.content;
    let draft = begin(write, who, department_id, content, Some(article_id)).await?;
    answer(write, draft.id).await
}

/// The correction is public: what it corrects is over, unless it was withdrawn meanwhile.
///
/// # Errors
/// The database does not answer.
pub(super) async fn replace_corrected(
    write: &WriteTx,
    who: &SignedIn,
    correction: &LoadedArticle,
    url: &str,
) -> Result<(), Problem> {
    let Some(id) = correction.article.corrects_id else {
        return Ok(());
    };
    let Some(former) = load_for_change(write.tx(), write.site_id(), id).await? else {
        return Ok(());
    };
    if former.state != ArticleState::Published {
        return Ok(());
    }
    let words = format!("由更正稿件《{}》替代：{url}", subject(&correction.content));
    touched(
        write,
        who,
        &former,
        ArticleState::Corrected,
        "发布了更正稿件",
    )
    .update(write.tx())
    .await?;
    let text = format!("稿件《{}》已{words}", subject(&former.content));
    let people = others_involved(&former, who);
    tell(write.tx(), &former, people, &text, write.now_utc()).await?;
    let entry = line_about(who, Role::Officer, &former, words);
    write.ledger(LedgerAct::Corrected, entry).await
}

/// The latest correction of an item.
///
/// # Errors
/// The database does not answer.
pub(super) async fn correction_of<C: ConnectionTrait>(
    db: &C,
    article_id: i64,
) -> Result<Option<ArticleLink>, DbErr> {
    let found = article::Entity::find()
        .filter(article::Column::CorrectsId.eq(article_id))
        .order_by_desc(article::Column::Id)
        .one(db)
        .await?;
    found.map(|row| link(&row)).transpose()
}

/// The item that this one corrects.
///
/// # Errors
/// The database does not answer.
pub(super) async fn corrected<C: ConnectionTrait>(
    db: &C,
    article: &article::Model,
) -> Result<Option<article::Model>, DbErr> {
    match article.corrects_id {
        Some(id) => article::Entity::find_by_id(id).one(db).await,
        None => Ok(None),
    }
}

/// An item as others name it.
///
/// # Errors
/// A state that this version does not know.
pub(super) fn link(row: &article::Model) -> Result<ArticleLink, DbErr> {
    Ok(ArticleLink {
        id: row.id,
        title: row.title.clone(),
        state: from_key(&row.state)?,
    })
}

//! 修改: a new revision. While a review runs, or after release, it voids what was approved.

use lanmu_api::article::{ArticleView, UpdateArticle};
use lanmu_domain::article::Content;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Act;
use lanmu_domain::role::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::case::LoadedArticle;
use super::emergency::make_void;
use super::notify::tell;
use super::opinions::{end_review, others_involved};
use super::places::place_of;
use super::prepare::prepare;
use super::seen::{answer, close, decide_or_refuse, line_about, load_seen, subject, touched};
use super::working_copy::forget_working_copy;
use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::revision;
use crate::error::Problem;
use crate::service::attachment::note_uses;
use crate::session::SignedIn;

/// Stores a new revision. Content that is the same to the letter changes nothing: no revision, no
/// new version, and approvals stand, since they name the same hash.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 with every field that is wrong.
pub async fn update(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &UpdateArticle,
) -> Result<ArticleView, Problem> {
    let mut loaded = load_seen(write, who, article_id, request.version).await?;
    let outcome = decide_or_refuse(who, &loaded, &Act::Edit)?;
    let content = prepare(write, who, loaded.article.department_id, &request.content).await?;
    forget_working_copy(write, who, article_id).await?;
    if content.revision_hash() == loaded.revision.hash {
        return answer(write, article_id).await;
    }
    let number = last_number(write, article_id).await? + 1;
    let revision = insert_revision(write, who, article_id, number, &content).await?;
    let voids = outcome.voids_signatures && !loaded.signatures.is_empty();
    let note = if voids {
        tell_signers(write, who, &loaded).await?;
        end_review(write, &loaded, super::outcome::VOIDED).await?;
        format!("第{number}版。原有审核意见和保密审查结论作废。")
    } else {
        format!("第{number}版。")
    };
    if loaded.emergency.is_some() {
        make_void(write, article_id).await?;
    }
    let how = if voids {
        "修改了内容，原有审核意见作废"
    } else {
        "修改了内容"
    };
    let mut row = touched(write, who, &loaded, outcome.state, how);
    row.emergency = Set(false);
    row.assess_by = Set(None);
    row.revision_id = Set(Some(revision.id));
    row.column_id = Set(content.column_id);
    row.title = Set(content.title.clone());
    row.attribute = Set(content.attribute.as_ref().map(to_key));
    loaded.place = place_of(write.tx(), loaded.article.department_id, content.column_id).await?;
    loaded.revision = revision;
    loaded.content = content;
    let entry = line_about(who, Role::Officer, &loaded, note);
    close(write, row, (LedgerAct::ArticleEdited, entry)).await
}

/// Tells those whose approval no longer counts.
async fn tell_signers(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
) -> Result<(), Problem> {
    let text = format!(
        "{}修改了稿件《{}》，原有审核意见作废，须重新审核。",
        who.person.name,
        subject(&loaded.content)
    );
    let people = others_involved(loaded, who);
    Ok(tell(write.tx(), loaded, people, &text, write.now_utc()).await?)
}

async fn last_number(write: &WriteTx, article_id: i64) -> Result<i32, Problem> {
    let last: Option<Option<i32>> = revision::Entity::find()
        .select_only()
        .column_as(revision::Column::Number.max(), "last")
        .filter(revision::Column::ArticleId.eq(article_id))
        .into_tuple()
        .one(write.tx())
        .await?;
    Ok(last.flatten().unwrap_or(0))
}

/// Stores a revision of cleaned content.
///
/// # Errors
/// The database does not answer.
pub(super) async fn insert_revision(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    number: i32,
    content: &Content,
) -> Result<revision::Model, Problem> {
    let row = revision::ActiveModel {
        site_id: Set(write.site_id()),
        article_id: Set(article_id),
        number: Set(number),
        hash: Set(content.revision_hash()),
        content: Set(serde_json::to_value(content).map_err(Problem::internal)?),
        author_id: Set(who.person.id),
        author_name: Set(who.person.name.clone()),
        created_at: Set(write.now_utc()),
        ..Default::default()
    };
    note_uses(write, article_id, &content.body).await?;
    Ok(row.insert(write.tx()).await?)
}

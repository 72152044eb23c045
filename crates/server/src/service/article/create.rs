//! 起草: begin a draft.

use lanmu_api::article::{ArticleView, CreateArticle};
use lanmu_domain::article::Content;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::ArticleState;
use lanmu_domain::role::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;

use super::places::place_of;
use super::prepare::prepare;
use super::seen::{answer, subject};
use super::update::insert_revision;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::article;
use crate::entity::key::to_key;
use crate::error::Problem;
use crate::session::SignedIn;

/// Stores a draft with its first revision.
///
/// # Errors
/// 403 for whoever is not an officer of the department, 422 with every field that is wrong.
pub async fn create(
    write: &WriteTx,
    who: &SignedIn,
    request: &CreateArticle,
) -> Result<ArticleView, Problem> {
    let department_id = request.department_id;
    if who.actor.post_in(Role::Officer, department_id).is_none() {
        return Err(Problem::not_allowed());
    }
    let content = prepare(write, who, department_id, &request.content).await?;
    let stored = begin(write, who, department_id, &content, None).await?;
    answer(write, stored.id).await
}

/// A draft with its first revision and its line in the ledger; `corrects` names the item that it
/// corrects.
///
/// # Errors
/// The database does not answer.
pub(super) async fn begin(
    write: &WriteTx,
    who: &SignedIn,
    department_id: i64,
    content: &Content,
    corrects: Option<i64>,
) -> Result<article::Model, Problem> {
    let now = write.now_utc();
    let stored = article::ActiveModel {
        site_id: Set(write.site_id()),
        department_id: Set(department_id),
        column_id: Set(content.column_id),
        state: Set(to_key(&ArticleState::Draft)),
        state_since: Set(now),
        version: Set(1),
        title: Set(content.title.clone()),
        attribute: Set(content.attribute.as_ref().map(to_key)),
        revision_id: Set(None),
        live_revision_id: Set(None),
        returns: Set(0),
        emergency: Set(false),
        corrects_id: Set(corrects),
        created_by: Set(who.person.id),
        created_by_name: Set(who.person.name.clone()),
        created_at: Set(now),
        changed_by_name: Set(who.person.name.clone()),
        changed_at: Set(now),
        changed_how: Set("起草".to_owned()),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let revision = insert_revision(write, who, stored.id, 1, content).await?;
    let place = place_of(write.tx(), department_id, content.column_id).await?;
    let entry = LedgerEntry {
        post: who.title(Role::Officer, Some(department_id)),
        department_id: Some(department_id),
        column_path: place.column_text(),
        department_name: place.department_name,
        article_id: Some(stored.id),
        subject: subject(content),
        revision: revision.hash,
        ..Default::default()
    };
    let mut row: article::ActiveModel = stored.into();
    row.revision_id = Set(Some(revision.id));
    let stored = row.update(write.tx()).await?;
    let act = match corrects {
        Some(_) => LedgerAct::CorrectionBegun,
        None => LedgerAct::ArticleCreated,
    };
    write.ledger(act, entry).await?;
    Ok(stored)
}

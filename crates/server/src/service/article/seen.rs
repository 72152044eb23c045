//! What every act on an item begins and ends with.

use lanmu_api::article::ArticleView;
use lanmu_domain::article::{Content, REASON_MAX_CHARS};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, ArticleState, Outcome, Refusal, decide};
use lanmu_domain::role::Role;
use lanmu_domain::text::clean_block;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};

use super::case::{LoadedArticle, load, load_for_change};
use super::view::{last_change, view_now};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::article;
use crate::entity::key::to_key;
use crate::error::Problem;
use crate::session::SignedIn;

/// The item as it is now, if the person may see it and saw it as it is now.
///
/// # Errors
/// 404 for items of departments that the person does not see, 409 with what changed if the version
/// is not the one that the person saw.
pub(super) async fn load_seen(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    version: i64,
) -> Result<LoadedArticle, Problem> {
    let loaded = load_for_change(write.tx(), write.site_id(), article_id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    if loaded.article.version == version {
        return Ok(loaded);
    }
    Err(Problem::stale(last_change(&loaded.article)))
}

/// Asks the domain.
///
/// # Errors
/// 403 where nothing but the role is missing, otherwise 409 with every reason.
pub(super) fn decide_or_refuse(
    who: &SignedIn,
    loaded: &LoadedArticle,
    act: &Act,
) -> Result<Outcome, Problem> {
    decide(&loaded.case(), &who.actor, act).map_err(refused)
}

/// The answer to a refused act.
pub(super) fn refused(refusals: Vec<Refusal>) -> Problem {
    if refusals == [Refusal::RoleMissing] {
        Problem::not_allowed()
    } else {
        Problem::refused(refusals)
    }
}

/// A reason or opinion as it is stored.
///
/// # Errors
/// 422 naming the field.
pub(super) fn clean_words(field: &str, label: &str, text: &str) -> Result<String, Problem> {
    clean_block(text, REASON_MAX_CHARS)
        .map_err(|problem| Problem::invalid_field(field, problem.message(label)))
}

/// The row of the item after an act: state, version, and who did what when.
pub(super) fn touched(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
    state: ArticleState,
    how: &str,
) -> article::ActiveModel {
    let now = write.now_utc();
    let since = if state == loaded.state {
        loaded.article.state_since
    } else {
        now
    };
    article::ActiveModel {
        id: Unchanged(loaded.article.id),
        state: Set(to_key(&state)),
        state_since: Set(since),
        version: Set(loaded.article.version + 1),
        changed_by_name: Set(who.signed_name()),
        changed_at: Set(now),
        changed_how: Set(how.to_owned()),
        ..Default::default()
    }
}

/// Stores the row of the item, writes the ledger line, and gives the item as it is afterwards.
///
/// # Errors
/// The database does not answer.
pub(super) async fn close(
    write: &WriteTx,
    row: article::ActiveModel,
    line: (LedgerAct, LedgerEntry),
) -> Result<ArticleView, Problem> {
    let stored = row.update(write.tx()).await?;
    write.ledger(line.0, line.1).await?;
    answer(write, stored.id).await
}

/// The item as it is inside the transaction.
///
/// # Errors
/// The database does not answer.
pub(super) async fn answer(write: &WriteTx, article_id: i64) -> Result<ArticleView, Problem> {
    let loaded = load(write.tx(), write.site_id(), article_id)
        .await?
        .ok_or_else(|| Problem::internal("the article vanished inside its own transaction"))?;
    Ok(view_now(write.tx(), loaded, write.now_utc()).await?)
}

/// A ledger line about an item, with the names as they are now.
pub(super) fn line_about(
    who: &SignedIn,
    role: Role,
    loaded: &LoadedArticle,
    note: impl Into<String>,
) -> LedgerEntry {
    LedgerEntry {
        post: who.title(role, Some(loaded.article.department_id)),
        department_id: Some(loaded.article.department_id),
        department_name: loaded.place.department_name.clone(),
        column_path: loaded.place.column_text(),
        article_id: Some(loaded.article.id),
        subject: subject(&loaded.content),
        revision: loaded.revision.hash.clone(),
        note: note.into(),
        on_behalf_of: who
            .on_behalf_of
            .as_ref()
            .map(|of| of.principal_name.clone())
            .unwrap_or_default(),
    }
}

/// The title, or a word for it while there is none.
pub(super) fn subject(content: &Content) -> String {
    if content.title.is_empty() {
        "（无标题）".to_owned()
    } else {
        content.title.clone()
    }
}

//! 初审: the officer signs the current revision and opens the review.

use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, Refusal, Stage};
use lanmu_domain::role::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;

use super::case::LoadedArticle;
use super::notify::tell_stage;
use super::opinions::{Beside, Said, involved, say};
use super::seen::{close, decide_or_refuse, line_about, load_seen, touched};
use super::verdict;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::review;
use crate::error::{Problem, is_unique_violation};
use crate::session::SignedIn;

/// Opens the review with the first signature.
///
/// # Errors
/// 404, 409 stale or refused, 403.
pub async fn submit(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ActOnVersion,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let outcome = decide_or_refuse(who, &loaded, &Act::Submit)?;
    let review_id = open_review(write, &loaded).await?;
    let said = Said {
        review_id,
        stage: Stage::First,
        verdict: verdict::APPROVED,
        secrecy: None,
        text: "",
        beside: Beside::default(),
    };
    say(write, who, &loaded, said).await?;
    let mut cannot_review = involved(&loaded);
    cannot_review.extend(who.people());
    tell_stage(
        write.tx(),
        &loaded,
        Stage::Section,
        &cannot_review,
        write.now_utc(),
    )
    .await?;
    let row = touched(write, who, &loaded, outcome.state, "提交了初审");
    let entry = LedgerEntry {
        stage: Some(Stage::First),
        ..line_about(who, Role::Officer, &loaded, "")
    };
    close(write, row, (LedgerAct::Submitted, entry)).await
}

/// One open review per article: the domain refuses a second, and so does the database.
async fn open_review(write: &WriteTx, loaded: &LoadedArticle) -> Result<i64, Problem> {
    let row = review::ActiveModel {
        site_id: Set(write.site_id()),
        article_id: Set(loaded.article.id),
        revision_id: Set(loaded.revision.id),
        revision_hash: Set(loaded.revision.hash.clone()),
        open: Set(true),
        stage: Set(Stage::Section.number()),
        outcome: Set(None),
        opened_at: Set(write.now_utc()),
        closed_at: Set(None),
        ..Default::default()
    };
    match row.insert(write.tx()).await {
        Ok(stored) => Ok(stored.id),
        Err(error) if is_unique_violation(&error) => {
            Err(Problem::refused(vec![Refusal::ReviewOpen]))
        }
        Err(error) => Err(error.into()),
    }
}

//! 退回: send an item back, to the officer or from the third review to the second, with a reason.

use lanmu_api::article::{ArticleView, ReturnArticle};
use lanmu_domain::article::Passage;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, ReturnReason, ReturnTo, Stage};
use sea_orm::ActiveValue::Set;

use super::acting::acting;
use super::case::LoadedArticle;
use super::last_seen::mark_seen;
use super::notify::{tell, tell_stage};
use super::opinions::{Beside, Said, end_review, others_involved, reopen_section, say};
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use super::{outcome, verdict};
use crate::db::WriteTx;
use crate::error::Problem;
use crate::session::SignedIn;

/// Characters of a passage that the ledger quotes.
const QUOTED: usize = 40;

/// Sends the item back. To the officer: the review ends, every approval given so far no longer
/// counts. To the second review: what was approved from there on no longer counts, the submission
/// stands. The reason reaches everybody who signed before.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the reason or the passage.
pub async fn return_(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ReturnArticle,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let typed = clean_words("reason", "退回原因", &request.reason)?;
    let reason = ReturnReason::words(&request.reasons, &typed);
    let to = request.to;
    let act = Act::Return {
        revision: request.revision,
        to,
        reason: reason.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    check_passage(&loaded, request.passage.as_ref())?;
    let (Some(stage), Some(review)) = (loaded.state.awaited_stage(), &loaded.review) else {
        return Err(Problem::internal("a return without a stage or a review"));
    };
    let note = note(&reason, request.passage.as_ref());
    let said = Said {
        review_id: review.id,
        stage,
        verdict: verdict::RETURNED,
        secrecy: None,
        text: &reason,
        beside: Beside {
            reasons: request.reasons,
            passage: request.passage,
            return_to: Some(to),
            signature: None,
        },
    };
    match to {
        ReturnTo::Officer => end_review(write, &loaded, outcome::RETURNED).await?,
        ReturnTo::Section => reopen_section(write, review.id).await?,
    }
    say(write, who, &loaded, said).await?;
    mark_seen(write, who, article_id, loaded.revision.id).await?;
    tell_signers(write, who, &loaded, (stage, to), &reason).await?;
    let (how, ledger_act) = match to {
        ReturnTo::Officer => ("退回了稿件", LedgerAct::Returned),
        ReturnTo::Section => ("将稿件退回股室领导重新审核", LedgerAct::ReturnedToSection),
    };
    let mut row = touched(write, who, &loaded, decided.state, how);
    row.returns = Set(loaded.article.returns + 1);
    let entry = line_about(who, stage.role(), &loaded, note);
    close(write, row, (ledger_act, entry)).await
}

/// Everybody who signed or wrote it, and where the second review is to be done again, those who
/// can do it.
async fn tell_signers(
    write: &WriteTx,
    who: &SignedIn,
    loaded: &LoadedArticle,
    (stage, to): (Stage, ReturnTo),
    reason: &str,
) -> Result<(), Problem> {
    let what = match to {
        ReturnTo::Officer => "退回",
        ReturnTo::Section => "退回股室领导重新审核",
    };
    let text = format!(
        "稿件《{}》在{}环节被{}{what}：{reason}",
        subject(&loaded.content),
        stage.label(),
        who.signed_name()
    );
    let mut people = others_involved(loaded, who);
    people.push(loaded.article.created_by);
    tell(write.tx(), loaded, people, &text, write.now_utc()).await?;
    if to == ReturnTo::Section {
        let standing = loaded.signatures.iter().filter(|s| s.stage == Stage::First);
        let mut cannot: Vec<i64> = standing.map(|s| s.person_id).collect();
        cannot.push(loaded.revision.author_id);
        tell_stage(write.tx(), loaded, Stage::Section, &cannot, write.now_utc()).await?;
    }
    Ok(())
}

fn check_passage(loaded: &LoadedArticle, passage: Option<&Passage>) -> Result<(), Problem> {
    let Some(passage) = passage else {
        return Ok(());
    };
    passage
        .check(&loaded.content.body)
        .map_err(|problem| Problem::invalid_field("passage", problem.message()))
}

fn note(reason: &str, passage: Option<&Passage>) -> String {
    let Some(passage) = passage else {
        return reason.to_owned();
    };
    let mut quote: String = passage.quote.chars().take(QUOTED).collect();
    if passage.quote.chars().count() > QUOTED {
        quote.push('…');
    }
    format!("{reason}（原文：“{quote}”）")
}

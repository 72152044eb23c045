//! 退回: send an item back to the officer, with a reason.

use lanmu_api::article::{ArticleView, ReturnArticle};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Act;
use sea_orm::ActiveValue::Set;

use super::acting::acting;
use super::notify::tell;
use super::opinions::{Said, end_review, others_involved, say};
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use super::{outcome, verdict};
use crate::db::WriteTx;
use crate::error::Problem;
use crate::session::SignedIn;

/// Ends the review; every approval given so far no longer counts. The reason reaches everybody
/// who signed before.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the reason.
pub async fn return_(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ReturnArticle,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let reason = clean_words("reason", "退回原因", &request.reason)?;
    let act = Act::Return {
        revision: request.revision,
        reason: reason.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    let (Some(stage), Some(review)) = (loaded.state.awaited_stage(), &loaded.review) else {
        return Err(Problem::internal("a return without a stage or a review"));
    };
    let said = Said {
        review_id: review.id,
        stage,
        verdict: verdict::RETURNED,
        secrecy: None,
        text: &reason,
    };
    end_review(write, &loaded, outcome::RETURNED).await?;
    say(write, who, &loaded, said).await?;
    let text = format!(
        "稿件《{}》在{}环节被{}退回：{reason}",
        subject(&loaded.content),
        stage.label(),
        who.signed_name()
    );
    let mut people = others_involved(&loaded, who);
    people.push(loaded.article.created_by);
    tell(write.tx(), &loaded, people, &text, write.now_utc()).await?;
    let mut row = touched(write, who, &loaded, decided.state, "退回了稿件");
    row.returns = Set(loaded.article.returns + 1);
    let entry = line_about(who, stage.role(), &loaded, reason);
    close(write, row, (LedgerAct::Returned, entry)).await
}

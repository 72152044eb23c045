//! 撤回: the submitter takes an item back before release.

use lanmu_api::article::{ActOnVersion, ArticleView};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Act;
use lanmu_domain::role::Role;

use super::notify::tell;
use super::opinions::{end_review, others_involved};
use super::outcome;
use super::seen::{close, decide_or_refuse, line_about, load_seen, subject, touched};
use crate::db::WriteTx;
use crate::error::Problem;
use crate::session::SignedIn;

/// Ends the review; what was approved no longer counts.
///
/// # Errors
/// 404, 409 stale or refused, 403.
pub async fn recall(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ActOnVersion,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let decided = decide_or_refuse(who, &loaded, &Act::Recall)?;
    end_review(write, &loaded, outcome::RECALLED).await?;
    let text = format!(
        "{}撤回了稿件《{}》。",
        who.person.name,
        subject(&loaded.content)
    );
    let people = others_involved(&loaded, who);
    tell(write.tx(), &loaded, people, &text, write.now_utc()).await?;
    let row = touched(write, who, &loaded, decided.state, "撤回了稿件");
    let entry = line_about(who, Role::Officer, &loaded, "");
    close(write, row, (LedgerAct::Recalled, entry)).await
}

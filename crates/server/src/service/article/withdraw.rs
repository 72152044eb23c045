//! 撤稿: a public item is taken down.

use lanmu_api::article::{ArticleView, WithdrawArticle};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Act;
use lanmu_domain::role::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::acting::acting;
use super::notify::tell;
use super::opinions::others_involved;
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use crate::db::WriteTx;
use crate::entity::publication;
use crate::error::Problem;
use crate::session::SignedIn;

/// Marks the publication as taken down; it no longer counts for freshness.
///
/// # Errors
/// 404, 409 stale or refused, 403, 422 for the reason.
pub async fn withdraw(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: &WithdrawArticle,
) -> Result<ArticleView, Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    let reason = clean_words("reason", "撤稿原因", &request.reason)?;
    let act = Act::Withdraw {
        reason: reason.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    take_down(write, article_id).await?;
    let text = format!("稿件《{}》已撤稿：{reason}", subject(&loaded.content));
    let people = others_involved(&loaded, who);
    tell(write.tx(), &loaded, people, &text, write.now_utc()).await?;
    let mut row = touched(write, who, &loaded, decided.state, "撤下了稿件");
    row.live_revision_id = Set(None);
    let entry = line_about(who, Role::Leader, &loaded, reason);
    close(write, row, (LedgerAct::Withdrawn, entry)).await
}

/// What is public of an item no longer counts.
///
/// # Errors
/// The database does not answer.
pub(super) async fn take_down(write: &WriteTx, article_id: i64) -> Result<(), Problem> {
    publication::Entity::update_many()
        .col_expr(
            publication::Column::WithdrawnAt,
            Expr::value(write.now_utc()),
        )
        .filter(publication::Column::ArticleId.eq(article_id))
        .filter(publication::Column::WithdrawnAt.is_null())
        .exec(write.tx())
        .await?;
    Ok(())
}

//! 撤稿: a public item is taken down.

use chrono::{DateTime, Utc};
use lanmu_api::article::{ArticleView, WithdrawArticle};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Act;
use lanmu_domain::role::Role;
use lanmu_domain::text::{ADDRESS_MAX_CHARS, clean_line, is_http_address};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::acting::acting;
use super::notify::tell;
use super::opinions::others_involved;
use super::seen::{clean_words, close, decide_or_refuse, line_about, load_seen, subject, touched};
use super::view::current_publication;
use crate::clock::moment;
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
    let taken = taken_down(write, article_id, request, &reason).await?;
    let act = Act::Withdraw {
        reason: reason.clone(),
    };
    let who = &acting(write, who, &loaded, act.kind()).await?;
    let decided = decide_or_refuse(who, &loaded, &act)?;
    take_down(write, who, article_id, &taken).await?;
    let replaced = taken
        .replaced_by
        .as_ref()
        .map(|url| format!("替代内容：{url}"))
        .unwrap_or_default();
    let text = format!("稿件《{}》已撤稿：{reason}", subject(&loaded.content));
    let people = others_involved(&loaded, who);
    tell(write.tx(), &loaded, people, &text, write.now_utc()).await?;
    let mut row = touched(write, who, &loaded, decided.state, "撤下了稿件");
    row.live_revision_id = Set(None);
    let at = moment(&taken.at);
    let note = format!("{reason}。网站撤下时间：{at}。{replaced}");
    let entry = line_about(who, Role::Leader, &loaded, note);
    close(write, row, (LedgerAct::Withdrawn, entry)).await
}

/// That something was taken down, as it is kept with the publication.
pub(super) struct TakenDown {
    pub reason: String,
    pub at: DateTime<Utc>,
    pub replaced_by: Option<String>,
}

/// What the form says, checked against the publication.
async fn taken_down(
    write: &WriteTx,
    article_id: i64,
    request: &WithdrawArticle,
    reason: &str,
) -> Result<TakenDown, Problem> {
    let at = request.taken_down_at.unwrap_or_else(|| write.now());
    let wrong = |words: &str| Err(Problem::invalid_field("taken_down_at", words));
    // Forms carry minutes.
    if at.timestamp() / 60 > write.now().timestamp() / 60 {
        return wrong("撤下时间不能晚于现在。");
    }
    if let Some(publication) = current_publication(write.tx(), article_id).await?
        && at.timestamp() / 60 < publication.published_at.timestamp() / 60
    {
        return wrong("撤下时间不能早于发布时间。");
    }
    let url = clean_line(&request.replaced_by, ADDRESS_MAX_CHARS).map_err(|problem| {
        Problem::invalid_field("replaced_by", problem.message("替代内容的网址"))
    })?;
    if !url.is_empty() && !is_http_address(&url) {
        let words = "请填写完整的网址，以 http:// 或 https:// 开头。";
        return Err(Problem::invalid_field("replaced_by", words));
    }
    Ok(TakenDown {
        reason: reason.to_owned(),
        at: at.to_utc(),
        replaced_by: (!url.is_empty()).then_some(url),
    })
}

/// What is public of an item no longer counts.
///
/// # Errors
/// The database does not answer.
pub(super) async fn take_down(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    taken: &TakenDown,
) -> Result<(), Problem> {
    use publication::Column;
    publication::Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(write.now_utc()))
        .col_expr(Column::WithdrawnByName, Expr::value(who.signed_name()))
        .col_expr(Column::WithdrawalReason, Expr::value(taken.reason.clone()))
        .col_expr(Column::TakenDownAt, Expr::value(taken.at))
        .col_expr(Column::ReplacedBy, Expr::value(taken.replaced_by.clone()))
        .filter(Column::ArticleId.eq(article_id))
        .filter(Column::WithdrawnAt.is_null())
        .exec(write.tx())
        .await?;
    Ok(())
}

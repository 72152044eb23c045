//! 删除草稿: a draft that nobody ever signed goes; the ledger keeps that it was.

use lanmu_api::article::ActOnVersion;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::{Act, Refusal};
use lanmu_domain::role::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::seen::{decide_or_refuse, line_about, load_seen};
use crate::db::WriteTx;
use crate::entity::{article, finding_override, notification, review, revision};
use crate::error::Problem;
use crate::session::SignedIn;

/// Deletes a draft with its revisions. One that was ever signed stays: its revisions are what
/// approvals in the ledger name.
///
/// # Errors
/// 404, 409 stale or refused, 403.
pub async fn delete(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    request: ActOnVersion,
) -> Result<(), Problem> {
    let loaded = load_seen(write, who, article_id, request.version).await?;
    decide_or_refuse(who, &loaded, &Act::Delete)?;
    let reviews = review::Entity::find()
        .filter(review::Column::ArticleId.eq(article_id))
        .count(write.tx())
        .await?;
    if reviews > 0 {
        return Err(Problem::refused(vec![Refusal::StateForbids]));
    }
    notification::Entity::update_many()
        .col_expr(notification::Column::ArticleId, Expr::value(None::<i64>))
        .filter(notification::Column::ArticleId.eq(article_id))
        .exec(write.tx())
        .await?;
    finding_override::Entity::delete_many()
        .filter(finding_override::Column::ArticleId.eq(article_id))
        .exec(write.tx())
        .await?;
    revision::Entity::delete_many()
        .filter(revision::Column::ArticleId.eq(article_id))
        .exec(write.tx())
        .await?;
    article::Entity::delete_by_id(article_id)
        .exec(write.tx())
        .await?;
    let entry = line_about(who, Role::Officer, &loaded, "");
    write.ledger(LedgerAct::ArticleDeleted, entry).await
}

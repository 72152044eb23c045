//! Marking as read. It says nothing about an item, so the ledger has no line of it.

use lanmu_api::notification::{MarkRead, Unread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

use super::told;
use crate::db::WriteTx;
use crate::entity::notification;
use crate::error::Problem;
use crate::session::SignedIn;

/// How many the person has not read.
///
/// # Errors
/// The database does not answer.
pub async fn unread<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<u64, DbErr> {
    let unread = told(who).filter(notification::Column::ReadAt.is_null());
    unread.count(db).await
}

/// Marks one, or all up to one. What is read already keeps its time.
///
/// # Errors
/// 422 for neither or both; 404 for one that the person was not told.
pub async fn mark_read(write: &WriteTx, who: &SignedIn, form: MarkRead) -> Result<Unread, Problem> {
    let which = match (form.id, form.up_to) {
        (Some(id), None) => {
            let one = told(who).filter(notification::Column::Id.eq(id));
            if one.one(write.tx()).await?.is_none() {
                return Err(Problem::not_found());
            }
            notification::Column::Id.eq(id)
        }
        (None, Some(up_to)) => notification::Column::Id.lte(up_to),
        (None, None) | (Some(_), Some(_)) => {
            let message = "请指定一条消息，或者截至哪一条消息。";
            return Err(Problem::invalid_field("id", message));
        }
    };
    notification::Entity::update_many()
        .col_expr(notification::Column::ReadAt, Expr::value(write.now_utc()))
        .filter(notification::Column::SiteId.eq(who.person.site_id))
        .filter(notification::Column::PersonId.eq(who.person.id))
        .filter(notification::Column::ReadAt.is_null())
        .filter(which)
        .exec(write.tx())
        .await?;
    Ok(Unread {
        unread: unread(write.tx(), who).await?,
    })
}

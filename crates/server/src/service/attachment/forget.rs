//! Files that nobody used.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Query};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use crate::entity::{
    attachment, attachment_upload, attachment_use, department_document, working_copy,
};
use crate::state::AppState;

/// How long an upload waits for an item that names it.
const KEPT_FOR: TimeDelta = TimeDelta::days(7);

/// Deletes the files that no item names, that no department filed, that nobody uploaded within a week, and that stand in
/// nothing that was typed and not saved. Gives how many.
///
/// # Errors
/// The database does not answer.
pub async fn forget_unused(state: &AppState, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let _writer = state.db.alone().await;
    let db = state.db.conn();
    let used = Query::select()
        .column(attachment_use::Column::AttachmentId)
        .from(attachment_use::Entity)
        .to_owned();
    let filed = Query::select()
        .column(department_document::Column::AttachmentId)
        .from(department_document::Entity)
        .to_owned();
    let recent = Query::select()
        .column(attachment_upload::Column::AttachmentId)
        .from(attachment_upload::Entity)
        .and_where(attachment_upload::Column::At.gte(now - KEPT_FOR))
        .to_owned();
    let unused: Vec<(i64, String)> = attachment::Entity::find()
        .select_only()
        .column(attachment::Column::Id)
        .column(attachment::Column::Hash)
        .filter(attachment::Column::Id.not_in_subquery(used))
        .filter(attachment::Column::Id.not_in_subquery(filed))
        .filter(attachment::Column::Id.not_in_subquery(recent))
        .into_tuple()
        .all(db)
        .await?;
    let mut forgotten = 0;
    for (id, hash) in unused {
        let text = Expr::col(working_copy::Column::Content).cast_as("text");
        let typed = working_copy::Entity::find()
            .filter(text.like(LikeExpr::new(format!("%{hash}%"))))
            .count(db)
            .await?;
        if typed == 0 {
            let gone = attachment::Entity::delete_by_id(id).exec(db).await?;
            forgotten += gone.rows_affected;
        }
    }
    Ok(forgotten)
}

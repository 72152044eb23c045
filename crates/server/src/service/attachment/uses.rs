//! Which items name which files, and who may name them.

use lanmu_domain::article::references;
use lanmu_domain::text::FieldProblem;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

use crate::db::WriteTx;
use crate::entity::{article, attachment, attachment_upload, attachment_use};
use crate::session::SignedIn;

/// Whether the person uploaded it, or sees an item that names it.
pub(super) async fn may_use<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    attachment_id: i64,
) -> Result<bool, DbErr> {
    use attachment_upload::Column as Upload;
    let own = attachment_upload::Entity::find()
        .filter(Upload::AttachmentId.eq(attachment_id))
        .filter(Upload::PersonId.eq(who.person.id))
        .count(db)
        .await?;
    if own > 0 {
        return Ok(true);
    }
    let naming = Query::select()
        .column(attachment_use::Column::ArticleId)
        .from(attachment_use::Entity)
        .and_where(attachment_use::Column::AttachmentId.eq(attachment_id))
        .to_owned();
    let departments: Vec<i64> = article::Entity::find()
        .select_only()
        .column(article::Column::DepartmentId)
        .distinct()
        .filter(article::Column::Id.in_subquery(naming))
        .into_tuple()
        .all(db)
        .await?;
    Ok(departments.into_iter().any(|id| who.sees(id)))
}

/// The files that a body names and that this person cannot use, each with its name.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn unusable(
    write: &WriteTx,
    who: &SignedIn,
    body: &str,
) -> Result<Vec<FieldProblem>, DbErr> {
    let mut problems = Vec::new();
    for found in references(body) {
        let id = id_of(write, &found.hash).await?;
        let usable = match id {
            Some(id) => may_use(write.tx(), who, id).await?,
            None => false,
        };
        if !usable {
            let message = format!("正文引用的附件“{}”不存在，请重新上传", found.name);
            problems.push(FieldProblem::new("body", message));
        }
    }
    Ok(problems)
}

/// Notes which files the text of an item names.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn note_uses(write: &WriteTx, article_id: i64, body: &str) -> Result<(), DbErr> {
    for found in references(body) {
        let Some(attachment_id) = id_of(write, &found.hash).await? else {
            continue;
        };
        let row = attachment_use::ActiveModel {
            attachment_id: Set(attachment_id),
            article_id: Set(article_id),
            ..Default::default()
        };
        use attachment_use::Column;
        let known = OnConflict::columns([Column::AttachmentId, Column::ArticleId])
            .do_nothing()
            .to_owned();
        attachment_use::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(write.tx())
            .await?;
    }
    Ok(())
}

async fn id_of(write: &WriteTx, hash: &str) -> Result<Option<i64>, DbErr> {
    attachment::Entity::find()
        .select_only()
        .column(attachment::Column::Id)
        .filter(attachment::Column::SiteId.eq(write.site_id()))
        .filter(attachment::Column::Hash.eq(hash))
        .into_tuple()
        .one(write.tx())
        .await
}

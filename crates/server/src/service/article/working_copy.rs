//! 自动保存: what a person has typed and not yet saved. Only that person sees it.

use chrono::TimeDelta;
use lanmu_api::working_copy::{KeepWorkingCopy, KeptAt, Slot, WorkingCopy};
use lanmu_domain::article::BODY_MAX_BYTES;
use lanmu_domain::role::Role;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
};

use super::case::load;
use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::key::from_json;
use crate::entity::working_copy::{ActiveModel, Column, Entity};
use crate::error::Problem;
use crate::service::clean_body::clean_body;
use crate::session::SignedIn;

/// Nobody comes back to what was typed so long ago.
const KEPT_FOR: TimeDelta = TimeDelta::days(90);

/// Keeps what stands in the form, or forgets it.
///
/// # Errors
/// 404 for an article that the person does not see, 403 for whoever does not write it, 422 for a
/// text that could not be saved either.
pub async fn keep_working_copy(
    write: &WriteTx,
    who: &SignedIn,
    slot: Slot,
    request: KeepWorkingCopy,
) -> Result<KeptAt, Problem> {
    may_write(write.tx(), who, slot).await?;
    let now = write.now_utc();
    let of_slot = Column::Slot.eq(slot.to_string());
    Entity::delete_many()
        .filter(Column::PersonId.eq(who.person.id))
        .filter(of_slot.or(Column::At.lt(now - KEPT_FOR)))
        .exec(write.tx())
        .await?;
    if let Some(mut content) = request.content {
        if content.body.len() > BODY_MAX_BYTES {
            let words = format!("正文最多 {BODY_MAX_BYTES} 字节，请精简后再保存");
            return Err(Problem::invalid_field("body", words));
        }
        content.body = clean_body(&content.body);
        ActiveModel {
            person_id: Set(who.person.id),
            slot: Set(slot.to_string()),
            article_id: Set(match slot {
                Slot::Article(id) => Some(id),
                Slot::New(_) => None,
            }),
            version: Set(request.version),
            content: Set(serde_json::to_value(content).map_err(Problem::internal)?),
            at: Set(now),
            ..Default::default()
        }
        .insert(write.tx())
        .await?;
    }
    Ok(KeptAt { at: local(now) })
}

/// What the person has kept of a form.
///
/// # Errors
/// As [`keep_working_copy`].
pub async fn working_copy<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    slot: Slot,
) -> Result<Option<WorkingCopy>, Problem> {
    may_write(db, who, slot).await?;
    let found = Entity::find()
        .filter(Column::PersonId.eq(who.person.id))
        .filter(Column::Slot.eq(slot.to_string()))
        .one(db)
        .await?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some(WorkingCopy {
        version: found.version,
        content: from_json(found.content)?,
        at: local(found.at),
    }))
}

/// Saved as a revision: nothing of the person's is left to be kept.
///
/// # Errors
/// The database does not answer.
pub(super) async fn forget_working_copy(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
) -> Result<(), Problem> {
    Entity::delete_many()
        .filter(Column::PersonId.eq(who.person.id))
        .filter(Column::ArticleId.eq(article_id))
        .exec(write.tx())
        .await?;
    Ok(())
}

async fn may_write<C: ConnectionTrait>(db: &C, who: &SignedIn, slot: Slot) -> Result<(), Problem> {
    let Slot::Article(id) = slot else {
        return Ok(());
    };
    let loaded = load(db, who.person.site_id, id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let post = who
        .actor
        .post_in(Role::Officer, loaded.article.department_id);
    post.map(|_| ()).ok_or_else(Problem::not_allowed)
}

//! What the acts on a publication begin with.

use lanmu_api::error::ErrorCode;
use lanmu_api::publication::PublicationRow;
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::rows::rows;
use crate::clock::moment;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::publication;
use crate::error::Problem;
use crate::service::article::place_of;
use crate::session::SignedIn;

/// Characters of a note at most.
const NOTE_MAX: usize = 500;

/// A doubtful publication about which nothing was decided yet, kept from being changed by anybody
/// else.
///
/// # Errors
/// 404 for publications of departments that the person does not see, 409 where nothing is open.
pub(super) async fn open_publication(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
) -> Result<publication::Model, Problem> {
    let found = publication::Entity::find_by_id(id)
        .filter(publication::Column::SiteId.eq(write.site_id()))
        .lock_exclusive()
        .one(write.tx())
        .await?
        .filter(|found| who.sees(found.department_id))
        .ok_or_else(Problem::not_found)?;
    if found.withdrawn_at.is_some() {
        return Err(refused("该稿件已撤稿，其发布记录不再认定，也不再更正。"));
    }
    if found.doubts.is_none() {
        return Err(refused("该发布记录没有存疑，无需认定或更正。"));
    }
    if let (Some(at), by) = (found.verdict_at, &found.verdict_by_name) {
        return Err(refused(format!(
            "{}已于{}作出认定，不能再次认定或更正。",
            by.as_deref().unwrap_or_default(),
            moment(&at)
        )));
    }
    Ok(found)
}

/// 409 with a sentence.
pub(super) fn refused(message: impl Into<String>) -> Problem {
    Problem::with(ErrorCode::Refused, message)
}

/// The note as it is stored.
///
/// # Errors
/// 422 naming the field.
pub(super) fn clean_note(note: &str, label: &str) -> Result<String, Problem> {
    let note = clean_block(note, NOTE_MAX)
        .map_err(|problem| Problem::invalid_field("note", problem.message(label)))?;
    if is_blank(&note) {
        return Err(Problem::invalid_field("note", format!("请填写{label}。")));
    }
    Ok(note)
}

/// A ledger line about a publication.
///
/// # Errors
/// The database does not answer.
pub(super) async fn line_about(
    write: &WriteTx,
    publication: &publication::Model,
    post: String,
    note: String,
) -> Result<LedgerEntry, Problem> {
    let place = place_of(write.tx(), publication.department_id, publication.column_id).await?;
    Ok(LedgerEntry {
        post,
        department_id: Some(publication.department_id),
        column_path: place.column_text(),
        department_name: place.department_name,
        article_id: publication.article_id,
        subject: publication.title.clone(),
        revision: publication.revision_hash.clone().unwrap_or_default(),
        note,
        ..Default::default()
    })
}

/// The publication as it is inside the transaction.
///
/// # Errors
/// The database does not answer.
pub(super) async fn answer(
    write: &WriteTx,
    stored: publication::Model,
) -> Result<PublicationRow, Problem> {
    rows(write.tx(), &[stored])
        .await?
        .pop()
        .ok_or_else(|| Problem::internal("a publication without a row"))
}

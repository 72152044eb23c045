//! Storing a file that was inspected.

use lanmu_api::attachment::AttachmentView;
use lanmu_domain::attachment::address;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::canonical::sm3_hex;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::Inspected;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::to_key;
use crate::entity::{attachment, attachment_upload};
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Stores it, unless the site has the same bytes; the person may use it from then on.
///
/// # Errors
/// The database does not answer.
pub async fn store(
    write: &WriteTx,
    who: &SignedIn,
    (name, file): (&str, Inspected),
    cleaned: bool,
) -> Result<AttachmentView, Problem> {
    let (kind, picture, warnings) = (file.kind, file.size, file.warnings.clone());
    let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    let (id, hash) = keep_bytes(write, file).await?;
    use attachment_upload::Column;
    let again = OnConflict::columns([Column::AttachmentId, Column::PersonId])
        .update_column(Column::At)
        .to_owned();
    let upload = attachment_upload::ActiveModel {
        attachment_id: Set(id),
        person_id: Set(who.person.id),
        at: Set(write.now_utc()),
        ..Default::default()
    };
    attachment_upload::Entity::insert(upload)
        .on_conflict(again)
        .exec(write.tx())
        .await?;
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: name.to_owned(),
        revision: hash.clone(),
        note: format!("{}，{size} 字节。", kind.label()),
        ..Default::default()
    };
    write.ledger(LedgerAct::AttachmentUploaded, entry).await?;
    Ok(AttachmentView {
        address: address(&hash, name),
        name: name.to_owned(),
        kind,
        bytes: size.unsigned_abs(),
        size: picture,
        cleaned,
        warnings,
    })
}

/// Keeps the bytes, once a site. Gives the id and the hash; nobody may use them by that alone.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn keep_bytes(write: &WriteTx, file: Inspected) -> Result<(i64, String), Problem> {
    let hash = sm3_hex(&file.bytes);
    let known: Option<i64> = attachment::Entity::find()
        .select_only()
        .column(attachment::Column::Id)
        .filter(attachment::Column::SiteId.eq(write.site_id()))
        .filter(attachment::Column::Hash.eq(&hash))
        .into_tuple()
        .one(write.tx())
        .await?;
    if let Some(id) = known {
        return Ok((id, hash));
    }
    let row = attachment::ActiveModel {
        site_id: Set(write.site_id()),
        hash: Set(hash.clone()),
        kind: Set(to_key(&file.kind)),
        size: Set(i64::try_from(file.bytes.len()).unwrap_or(i64::MAX)),
        bytes: Set(file.bytes),
        ..Default::default()
    };
    Ok((row.insert(write.tx()).await?.id, hash))
}

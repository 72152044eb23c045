//! 草案: made, changed, looked at, discarded.

use lanmu_api::error::{Conflict, ErrorCode};
use lanmu_api::matrix_draft::{DraftChange, DraftView, SaveDraft};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::matrix_change::{KeyedChange, in_words};
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    ModelTrait, QueryFilter,
};

use super::check::check;
use super::names::DraftNames;
use super::overlaps::{last_sequence, overlaps};
use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::from_json;
use crate::entity::matrix_draft;
use crate::error::Problem;
use crate::service::keeping::sentence;
use crate::service::post_for;
use crate::session::SignedIn;

/// Makes a draft; gives its id.
///
/// # Errors
/// 422 with every field that is wrong.
pub async fn create(write: &WriteTx, who: &SignedIn, request: &SaveDraft) -> Result<i64, Problem> {
    let (reason, document_number) = check(request, write.day())?;
    let row = matrix_draft::ActiveModel {
        site_id: Set(write.site_id()),
        version: Set(1),
        reason: Set(reason),
        document_number: Set(document_number),
        effective_from: Set(request.effective_from),
        changes: Set(serde_json::to_value(&request.changes).map_err(Problem::internal)?),
        base_sequence: Set(last_sequence(write.tx(), write.site_id()).await?),
        created_by_name: Set(who.person.name.clone()),
        changed_by_name: Set(who.person.name.clone()),
        changed_at: Set(write.now_utc()),
        ..Default::default()
    };
    let row = row.insert(write.tx()).await?;
    line(write, who, LedgerAct::MatrixDrafted, &row).await?;
    Ok(row.id)
}

/// Changes a draft as a whole.
///
/// # Errors
/// 404, 409 where somebody changed it since, 422 with every field that is wrong.
pub async fn save(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &SaveDraft,
) -> Result<(), Problem> {
    if request.version == 0 {
        return Err(Problem::new(ErrorCode::VersionMissing));
    }
    let row = seen(write.tx(), write.site_id(), id, request.version).await?;
    let (reason, document_number) = check(request, write.day())?;
    let version = row.version + 1;
    let mut changed = row.into_active_model();
    changed.version = Set(version);
    changed.reason = Set(reason);
    changed.document_number = Set(document_number);
    changed.effective_from = Set(request.effective_from);
    changed.changes = Set(serde_json::to_value(&request.changes).map_err(Problem::internal)?);
    changed.changed_by_name = Set(who.person.name.clone());
    changed.changed_at = Set(write.now_utc());
    let row = changed.update(write.tx()).await?;
    line(write, who, LedgerAct::MatrixDraftChanged, &row).await
}

/// Takes a draft away; the ledger keeps what it was.
///
/// # Errors
/// 404, 409 where somebody changed it since.
pub async fn discard(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    version: i64,
) -> Result<(), Problem> {
    let row = seen(write.tx(), write.site_id(), id, version).await?;
    line(write, who, LedgerAct::MatrixDraftDiscarded, &row).await?;
    row.delete(write.tx()).await?;
    Ok(())
}

/// A draft with its changes in words, and what others did in the meantime.
///
/// # Errors
/// 404.
pub async fn view<C: ConnectionTrait>(db: &C, site_id: i64, id: i64) -> Result<DraftView, Problem> {
    let row = find(db, site_id, id).await?;
    let changes = changes_of(&row)?;
    let names = DraftNames::load(db, site_id, &changes).await?;
    let seen = last_sequence(db, site_id).await?;
    let overlaps = overlaps(db, site_id, &changes, row.base_sequence).await?;
    Ok(DraftView {
        id: row.id,
        version: row.version,
        reason: row.reason,
        document_number: row.document_number,
        effective_from: row.effective_from,
        changes: changes
            .into_iter()
            .map(|keyed| DraftChange {
                key: keyed.key,
                words: in_words(&keyed.change, &names),
                change: keyed.change,
            })
            .collect(),
        created_by_name: row.created_by_name,
        changed_by_name: row.changed_by_name,
        changed_at: local(row.changed_at),
        overlaps: overlaps.into_iter().map(|(_, overlap)| overlap).collect(),
        seen,
    })
}

/// The changes of a draft.
pub(super) fn changes_of(row: &matrix_draft::Model) -> Result<Vec<KeyedChange>, Problem> {
    Ok(from_json(row.changes.clone())?)
}

/// A draft of the site.
pub(super) async fn find<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<matrix_draft::Model, Problem> {
    let found = matrix_draft::Entity::find_by_id(id)
        .filter(matrix_draft::Column::SiteId.eq(site_id))
        .one(db)
        .await?;
    let message = "没有这份草案，可能已经确定或者放弃，请刷新后查看。";
    found.ok_or_else(|| Problem::with(ErrorCode::NotFound, message))
}

/// A draft that nobody changed since the person saw it.
pub(super) async fn seen<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
    version: i64,
) -> Result<matrix_draft::Model, Problem> {
    let row = find(db, site_id, id).await?;
    if row.version == version {
        return Ok(row);
    }
    Err(Problem::stale(Conflict {
        version: row.version,
        changed_by: row.changed_by_name,
        changed_at: local(row.changed_at),
        what: "修改了这份草案".to_owned(),
    }))
}

async fn line(
    write: &WriteTx,
    who: &SignedIn,
    act: LedgerAct,
    row: &matrix_draft::Model,
) -> Result<(), Problem> {
    let count = changes_of(row)?.len();
    let day = row.effective_from.map_or_else(
        || "生效日期未定".to_owned(),
        |day| format!("拟自{}起生效", long_day(day)),
    );
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: row.document_number.clone(),
        note: format!("{}；共{count}项调整，{day}。", sentence(&row.reason)),
        ..Default::default()
    };
    write.ledger(act, entry).await
}

//! Appending a line.

use lanmu_domain::ledger::{GENESIS, LedgerLine};
use lanmu_domain::review::Stage;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, DbErr, EntityTrait};

use crate::entity::{ledger_head, ledger_line};

/// Appends a line to the ledger of a site; its sequence is given here. Returns it.
///
/// # Errors
/// The database does not answer.
pub async fn append(
    tx: &DatabaseTransaction,
    site_id: i64,
    mut line: LedgerLine,
) -> Result<i64, DbErr> {
    let head = ledger_head::Entity::find_by_id(site_id).one(tx).await?;
    let (last, previous) = head
        .as_ref()
        .map_or((0, GENESIS), |head| (head.sequence, head.hash.as_str()));
    line.sequence = last + 1;
    let hash = line.hash(previous);
    let new_head = ledger_head::ActiveModel {
        site_id: Set(site_id),
        sequence: Set(line.sequence),
        hash: Set(hash.clone()),
    };
    let sequence = line.sequence;
    let row = ledger_line::ActiveModel {
        site_id: Set(site_id),
        sequence: Set(sequence),
        at: Set(line.at.to_utc()),
        act: Set(line.act.key().to_owned()),
        person_id: Set(line.person_id),
        person_name: Set(line.person_name),
        post: Set(line.post),
        department_id: Set(line.department_id),
        department_name: Set(line.department_name),
        column_path: Set(line.column_path),
        article_id: Set(line.article_id),
        subject: Set(line.subject),
        revision: Set(line.revision),
        note: Set(line.note),
        stage: Set(line.kept_stage.map(Stage::number)),
        previous_hash: Set(previous.to_owned()),
        hash: Set(hash),
    };
    ledger_line::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    match head {
        Some(_) => new_head.update(tx).await.map(|_| ()),
        None => ledger_head::Entity::insert(new_head)
            .exec_without_returning(tx)
            .await
            .map(|_| ()),
    }?;
    Ok(sequence)
}

//! Verifying the whole chain of a site, a batch at a time.

use lanmu_api::ledger::LedgerVerification;
use lanmu_domain::ledger::{Fault, FaultKind, StoredLine, Verifier};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::line_of;
use crate::entity::{ledger_head, ledger_line};

const BATCH: u64 = 2_000;

/// Checks every line of a site's ledger against the chain and the head.
///
/// # Errors
/// The database does not answer.
pub async fn verify<C: ConnectionTrait>(db: &C, site_id: i64) -> Result<LedgerVerification, DbErr> {
    // The newest line first, then the head, then the lines up to it: what is appended while the
    // check runs is not called a fault, a line that no head ever covered is.
    let newest = ledger_line::Entity::find()
        .filter(ledger_line::Column::SiteId.eq(site_id))
        .order_by_desc(ledger_line::Column::Sequence)
        .one(db)
        .await?
        .map_or(0, |line| line.sequence);
    let head = ledger_head::Entity::find_by_id(site_id).one(db).await?;
    let end = head.as_ref().map_or(0, |head| head.sequence);
    let mut verifier = Verifier::new();
    let mut last = i64::MIN;
    loop {
        let rows = ledger_line::Entity::find()
            .filter(ledger_line::Column::SiteId.eq(site_id))
            .filter(ledger_line::Column::Sequence.gt(last))
            .filter(ledger_line::Column::Sequence.lte(end))
            .order_by_asc(ledger_line::Column::Sequence)
            .limit(BATCH)
            .all(db)
            .await?;
        let Some(newest) = rows.last() else { break };
        last = newest.sequence;
        for row in rows {
            let (sequence, previous, hash) =
                (row.sequence, row.previous_hash.clone(), row.hash.clone());
            // An act that nobody knows was not written by us.
            let checked = match line_of(row) {
                Ok(line) => verifier.feed(StoredLine {
                    line: &line,
                    previous_hash: &previous,
                    hash: &hash,
                }),
                Err(_) => Err(Fault {
                    sequence,
                    kind: FaultKind::ContentAltered,
                }),
            };
            if let Err(fault) = checked {
                return Ok(altered(fault, last));
            }
        }
    }
    let head = head
        .as_ref()
        .map(|head| (head.sequence, head.hash.as_str()));
    match verifier.finish(head) {
        Ok(_) if newest > end => Ok(altered(
            Fault {
                sequence: end + 1,
                kind: FaultKind::HeadMismatch,
            },
            newest,
        )),
        Ok(done) => Ok(LedgerVerification {
            intact: true,
            lines: done.lines,
            last_hash: done.last_hash,
            first_altered: None,
            problem: None,
        }),
        Err(fault) => Ok(altered(fault, end)),
    }
}

fn altered(fault: Fault, lines: i64) -> LedgerVerification {
    LedgerVerification {
        intact: false,
        lines,
        last_hash: String::new(),
        first_altered: Some(fault.sequence),
        problem: Some(fault.message()),
    }
}

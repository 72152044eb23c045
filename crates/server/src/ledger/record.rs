//! 核验记录: what a check of the whole chain found, kept with who made it.

use lanmu_api::ledger::{LedgerVerification, VerificationRecord};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;

use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::ledger_verification;
use crate::error::Problem;
use crate::session::SignedIn;

/// Keeps what was found, with a line in the ledger.
///
/// # Errors
/// The database does not answer.
pub async fn record(
    write: &WriteTx,
    who: &SignedIn,
    found: LedgerVerification,
) -> Result<VerificationRecord, Problem> {
    let note = match &found.problem {
        None => format!(
            "校验通过，共{}条，末条校验值{}。",
            found.lines, found.last_hash
        ),
        Some(problem) => format!("校验未通过：{problem}。"),
    };
    let stored = ledger_verification::ActiveModel {
        site_id: Set(write.site_id()),
        person_id: Set(who.person.id),
        person_name: Set(who.person.name.clone()),
        at: Set(write.now_utc()),
        lines: Set(found.lines),
        last_hash: Set(found.last_hash),
        first_altered: Set(found.first_altered),
        problem: Set(found.problem),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let entry = LedgerEntry {
        post: who.title(Role::AuditAdministrator, None),
        note,
        ..LedgerEntry::default()
    };
    write.ledger(LedgerAct::LedgerVerified, entry).await?;
    Ok(record_view(stored))
}

/// A record as people see it.
#[must_use]
pub fn record_view(row: ledger_verification::Model) -> VerificationRecord {
    VerificationRecord {
        id: row.id,
        by: row.person_name,
        at: local(row.at),
        found: LedgerVerification {
            intact: row.problem.is_none(),
            lines: row.lines,
            last_hash: row.last_hash,
            first_altered: row.first_altered,
            problem: row.problem,
        },
    }
}

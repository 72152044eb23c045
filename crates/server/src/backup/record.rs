//! What the ledger says of backups.

use lanmu_api::backup::BackupFile;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;
use lanmu_domain::text::file_size;

use super::failure::Failure;
use super::run::Run;
use crate::db::{LedgerEntry, WriteTx};
use crate::error::Problem;
use crate::session::SignedIn;
use crate::state::AppState;

/// A backup was made and checked.
///
/// # Errors
/// The database does not answer.
pub(super) async fn record_made(
    state: &AppState,
    sites: &[i64],
    run: &Run,
    file: &BackupFile,
) -> Result<(), Problem> {
    let note = format!("{}，检查通过。", file_size(file.bytes));
    let entry = LedgerEntry {
        subject: file.name.clone(),
        ..of_run(run, note)
    };
    record(state, sites, run, LedgerAct::BackupMade, entry).await
}

/// A backup was cancelled, or failed.
///
/// # Errors
/// The database does not answer.
pub(super) async fn record_not_made(
    state: &AppState,
    sites: &[i64],
    run: &Run,
    failure: &Failure,
) -> Result<(), Problem> {
    let act = match failure {
        Failure::Cancelled => LedgerAct::BackupCancelled,
        Failure::Failed(_) => LedgerAct::BackupFailed,
    };
    record(state, sites, run, act, of_run(run, failure.to_string())).await
}

fn of_run(run: &Run, note: String) -> LedgerEntry {
    LedgerEntry {
        post: run.maker.post.clone(),
        subject: "数据备份".to_owned(),
        note,
        ..LedgerEntry::default()
    }
}

async fn record(
    state: &AppState,
    sites: &[i64],
    run: &Run,
    act: LedgerAct,
    entry: LedgerEntry,
) -> Result<(), Problem> {
    for site_id in sites {
        let mut write = WriteTx::begin_system(state, *site_id).await?;
        if let Some(person_id) = run.maker.person_id {
            write.act_as(person_id, &run.maker.name);
        }
        write.ledger(act, entry.clone()).await?;
        write.finish().await?;
    }
    Ok(())
}

/// A backup is being deleted.
///
/// # Errors
/// The database does not answer.
pub async fn record_deleted(
    write: &WriteTx,
    who: &SignedIn,
    file: &BackupFile,
) -> Result<(), Problem> {
    let entry = LedgerEntry {
        post: who.title(Role::SystemAdministrator, None),
        subject: file.name.clone(),
        note: file_size(file.bytes),
        ..LedgerEntry::default()
    };
    write.ledger(LedgerAct::BackupDeleted, entry).await
}

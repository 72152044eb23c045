//! Makes a backup from its beginning to its line in the ledger.

use std::path::Path;
use std::sync::Arc;

use lanmu_api::backup::BackupFile;
use sea_orm::DbBackend;

use super::failure::Failure;
use super::folder::{Folder, discard};
use super::name::Kind;
use super::record::{record_made, record_not_made};
use super::run::Run;
use super::{postgres, sqlite};
use crate::state::AppState;

/// Makes the backup that was begun and gives its place back. What was made, what failed and what
/// was cancelled stands in the ledger of these sites. Where it is not made, nothing of it is left.
///
/// # Errors
/// It was cancelled or could not be made.
pub async fn make(state: &AppState, sites: &[i64], run: &Run) -> Result<BackupFile, Failure> {
    let made = attempt(state, sites, run).await;
    if let Err(failure) = &made
        && let Err(problem) = record_not_made(state, sites, run, failure).await
    {
        tracing::error!(%problem, "cannot write into the ledger that a backup was not made");
    }
    let outcome = made.as_ref().map(|_| ());
    state.backups.end(run, outcome, state.clock.now());
    made
}

/// The same by itself, for whoever does not wait.
pub fn make_apart(state: AppState, site_id: i64, run: Arc<Run>) {
    tokio::spawn(async move {
        let (making, made) = (state.clone(), Arc::clone(&run));
        let work = tokio::spawn(async move { make(&making, &[site_id], &made).await.map(drop) });
        // How it ended is on the page and in the ledger; only a fault of our own gives no place back.
        if let Err(fault) = work.await {
            let failure = Failure::of_database(fault);
            state.backups.end(&run, Err(&failure), state.clock.now());
        }
    });
}

async fn attempt(state: &AppState, sites: &[i64], run: &Run) -> Result<BackupFile, Failure> {
    let folder = Folder::open(state.backups.folder())?;
    let kind = match state.db.conn().get_database_backend() {
        DbBackend::Postgres => Kind::Postgres,
        _ => Kind::Sqlite,
    };
    let name = folder.free_name(run.started_at(), kind);
    let part = folder.part(name)?;
    run.writes_to(part.clone());
    let bytes = match copied(state, kind, &part, run).await {
        Ok(()) => folder.keep(&part, name).await,
        Err(failure) => Err(failure),
    };
    let bytes = bytes.inspect_err(|_| discard(&part))?;
    let file = BackupFile {
        name: name.to_string(),
        at: name.at(),
        bytes,
    };
    // A backup of which the ledger knows nothing is none.
    if let Err(problem) = record_made(state, sites, run, &file).await {
        discard(&state.backups.folder().join(&file.name));
        return Err(Failure::of_database(problem));
    }
    Ok(file)
}

/// Copies and checks.
async fn copied(state: &AppState, kind: Kind, part: &Path, run: &Run) -> Result<(), Failure> {
    match kind {
        Kind::Sqlite => {
            let database = state.db.conn().get_sqlite_connection_pool();
            sqlite::copy(&database.connect_options(), part, run).await?;
            run.checks();
            sqlite::check(part, run).await?;
        }
        Kind::Postgres => {
            let database = state.db.conn().get_postgres_connection_pool();
            postgres::copy(&database.connect_options(), part, run).await?;
            run.checks();
            postgres::check(part, run).await?;
        }
    }
    if run.is_cancelled() {
        return Err(Failure::Cancelled);
    }
    Ok(())
}

//! The backup that is being made, and why the last one was not: what every administrator sees.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use chrono::{DateTime, FixedOffset};
use lanmu_api::backup::{BackupFailure, BackupFile, BackupPhase, BackupsView, RunningBackup};
use lanmu_api::error::ErrorCode;
use tokio::sync::watch;

use super::failure::{Failure, folder_problem};
use super::folder;
use crate::error::Problem;

/// The backups of this server; cheap to clone.
#[derive(Clone, Debug)]
pub struct Backups {
    folder: Arc<Path>,
    slot: Arc<Mutex<Slot>>,
}

#[derive(Debug, Default)]
struct Slot {
    running: Option<Arc<Run>>,
    failure: Option<BackupFailure>,
}

/// A backup that is about to be deleted. Left by a stopped server, it goes as what is half done.
#[derive(Debug)]
#[must_use]
pub struct PutAway {
    file: PathBuf,
    away: PathBuf,
}

impl PutAway {
    /// Deletes it for good.
    pub fn delete(self) {
        folder::discard(&self.away);
    }

    /// Puts it back: nobody was told that it is gone.
    pub fn bring_back(self) {
        if let Err(error) = std::fs::rename(&self.away, &self.file) {
            tracing::error!(%error, "cannot put a backup back that was to be deleted");
        }
    }
}

/// Who made a backup, as the ledger writes it; nobody where the command line did.
#[derive(Clone, Debug, Default)]
pub struct Maker {
    /// The person.
    pub person_id: Option<i64>,
    /// The name.
    pub name: String,
    /// The post.
    pub post: String,
}

/// A backup that is being made.
#[derive(Debug)]
pub struct Run {
    /// Who makes it.
    pub maker: Maker,
    started_at: DateTime<FixedOffset>,
    part: OnceLock<PathBuf>,
    checking: AtomicBool,
    /// In bytes; 0 while unknown.
    total: AtomicU64,
    cancelled: watch::Sender<bool>,
}

impl Backups {
    /// The backups in a folder, which need not be there yet.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        // Messages name it, and SQLite must not take it for anything but a path.
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        Self {
            folder: folder.into(),
            slot: Arc::default(),
        }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes half a backup that a stopped server left.
    pub fn remove_leftovers(&self) {
        if let Err(error) = folder::remove_leftovers(&self.folder) {
            tracing::warn!(%error, "cannot look for half backups");
        }
    }

    /// What there is: files, the one that runs, why the last one failed.
    ///
    /// # Errors
    /// 503: the folder cannot be read.
    pub fn view(&self) -> Result<BackupsView, Problem> {
        let items = folder::list(&self.folder).map_err(|error| unusable(&self.folder, &error))?;
        let slot = self.slot();
        Ok(BackupsView {
            folder: self.folder.display().to_string(),
            items,
            running: slot.running.as_ref().map(|run| run.view()),
            failure: slot.failure.clone(),
        })
    }

    /// Takes the one place for a backup; [`Backups::end`] gives it back.
    ///
    /// # Errors
    /// 409: one is being made.
    pub fn begin(&self, maker: Maker, now: DateTime<FixedOffset>) -> Result<Arc<Run>, Problem> {
        let mut slot = self.slot();
        if let Some(run) = &slot.running {
            let message = match run.maker.name.as_str() {
                "" => "正在备份，请待其完成。".to_owned(),
                name => format!("{name}发起的备份正在进行，请待其完成。"),
            };
            return Err(Problem::with(ErrorCode::Refused, message));
        }
        let run = Arc::new(Run {
            maker,
            started_at: now,
            part: OnceLock::new(),
            checking: AtomicBool::new(false),
            total: AtomicU64::new(0),
            cancelled: watch::Sender::new(false),
        });
        slot.running = Some(Arc::clone(&run));
        Ok(run)
    }

    /// Gives the place back. What was found before stays where the backup was only cancelled.
    pub fn end(&self, run: &Run, outcome: Result<(), &Failure>, now: DateTime<FixedOffset>) {
        let mut slot = self.slot();
        slot.running = None;
        match outcome {
            Ok(()) => slot.failure = None,
            Err(Failure::Cancelled) => {}
            Err(Failure::Failed(message)) => {
                slot.failure = Some(BackupFailure {
                    at: now,
                    by: run.maker.name.clone(),
                    message: message.clone(),
                });
            }
        }
    }

    /// Stops the backup that runs; it ends a moment later.
    ///
    /// # Errors
    /// 409: none runs.
    pub fn cancel(&self) -> Result<(), Problem> {
        let slot = self.slot();
        let run = slot.running.as_ref().ok_or_else(|| {
            Problem::with(ErrorCode::Refused, "没有正在进行的备份，可能刚刚完成。")
        })?;
        run.cancel();
        Ok(())
    }

    /// Takes a backup out of the list, until the ledger knows that it is deleted.
    ///
    /// # Errors
    /// 503: the disk does not do its part.
    pub fn put_away(&self, file: &BackupFile) -> Result<PutAway, Problem> {
        let file = self.folder.join(&file.name);
        let away = folder::half(&file);
        std::fs::rename(&file, &away).map_err(|error| unusable(&self.folder, &error))?;
        Ok(PutAway { file, away })
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn unusable(folder: &Path, error: &io::Error) -> Problem {
    Problem::with(ErrorCode::Unavailable, folder_problem(folder, error))
}

impl Run {
    /// Stops it.
    pub fn cancel(&self) {
        self.cancelled.send_replace(true);
    }

    /// When it was begun.
    pub(super) const fn started_at(&self) -> DateTime<FixedOffset> {
        self.started_at
    }

    /// Hears that it was cancelled.
    pub(super) fn cancelled(&self) -> watch::Receiver<bool> {
        self.cancelled.subscribe()
    }

    pub(super) fn is_cancelled(&self) -> bool {
        *self.cancelled.borrow()
    }

    /// Into which file it is written.
    pub(super) fn writes_to(&self, part: PathBuf) {
        // There is one file for each run.
        let _ = self.part.set(part);
    }

    /// How many bytes it will be, about.
    pub(super) fn expects(&self, bytes: u64) {
        self.total.store(bytes, Ordering::Relaxed);
    }

    /// What was written is being read again.
    pub(super) fn checks(&self) {
        self.checking.store(true, Ordering::Relaxed);
    }

    fn view(&self) -> RunningBackup {
        let part = self.part.get().and_then(|part| part.metadata().ok());
        let checking = self.checking.load(Ordering::Relaxed);
        let total = self.total.load(Ordering::Relaxed);
        RunningBackup {
            started_at: self.started_at,
            by: self.maker.name.clone(),
            phase: if checking {
                BackupPhase::Checking
            } else {
                BackupPhase::Copying
            },
            bytes: part.map_or(0, |part| part.len()),
            total: (total > 0).then_some(total),
            cancelling: self.is_cancelled(),
        }
    }
}

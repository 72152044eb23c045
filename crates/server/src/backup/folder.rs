//! The folder of backups: who may use it now, what lies in it, what was left half done.

use std::ffi::OsStr;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, TimeDelta};
use lanmu_api::backup::BackupFile;

use super::failure::Failure;
use super::name::{BackupName, Kind};

const LOCK: &str = ".lock";
const PART: &str = ".part";
/// What SQLite writes beside a file, and leaves there when the disk is full.
const BESIDE: [&str; 4] = ["", "-journal", "-wal", "-shm"];

/// The folder while a backup is made there: no other program makes one in it meanwhile.
#[derive(Debug)]
pub(super) struct Folder<'a> {
    path: &'a Path,
    // The lock goes with it, also when the program is killed.
    _lock: File,
}

impl<'a> Folder<'a> {
    /// Makes the folder where it is missing, for its owner only, and removes what a stopped program
    /// left half done.
    ///
    /// # Errors
    /// The folder cannot be used, or somebody else makes a backup there.
    pub fn open(path: &'a Path) -> Result<Self, Failure> {
        let of_folder = |error| Failure::of_folder(path, &error);
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(of_folder)?;
        match lock(path) {
            Ok(lock) => {
                sweep(path).map_err(of_folder)?;
                Ok(Self { path, _lock: lock })
            }
            Err(TryLockError::WouldBlock) => Err(Failure::failed(
                "服务器上另有程序正在备份到同一目录，请待其完成后重试。",
            )),
            Err(TryLockError::Error(error)) => Err(of_folder(error)),
        }
    }

    /// A name that is free: that of this time, or of the first second after it.
    pub fn free_name(&self, mut at: DateTime<FixedOffset>, kind: Kind) -> BackupName {
        loop {
            let name = BackupName::new(at, kind);
            if !self.path.join(name.to_string()).exists() {
                return name;
            }
            at += TimeDelta::seconds(1);
        }
    }

    /// An empty file for the backup while it is made, for its owner only.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn part(&self, name: BackupName) -> Result<PathBuf, Failure> {
        let part = half(&self.path.join(name.to_string()));
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&part)
            .map_err(|error| Failure::of_folder(self.path, &error))?;
        Ok(part)
    }

    /// Gives the file its name; afterwards it lies on the disk for good. Returns its size in bytes.
    ///
    /// # Errors
    /// The disk does not do its part.
    pub async fn keep(&self, part: &Path, name: BackupName) -> Result<u64, Failure> {
        let (part, folder) = (part.to_path_buf(), self.path.to_path_buf());
        // A large file may take the disk a while.
        let kept = tokio::task::spawn_blocking(move || {
            let file = File::open(&part)?;
            file.sync_all()?;
            std::fs::rename(&part, folder.join(name.to_string()))?;
            File::open(&folder)?.sync_all()?;
            Ok(file.metadata()?.len())
        });
        let kept = kept.await.map_err(io::Error::other).flatten();
        kept.map_err(|error| Failure::of_folder(self.path, &error))
    }
}

fn lock(path: &Path) -> Result<File, TryLockError> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path.join(LOCK))
        .map_err(TryLockError::Error)?;
    file.try_lock()?;
    Ok(file)
}

/// Removes half a backup that a stopped program left, unless somebody makes one there now.
///
/// # Errors
/// The folder cannot be read or written; that there is none yet is no error.
pub(super) fn remove_leftovers(path: &Path) -> io::Result<()> {
    if !path.is_dir() {
        return Ok(());
    }
    match lock(path) {
        Ok(_lock) => sweep(path),
        Err(TryLockError::WouldBlock) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn sweep(path: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        if is_half(&entry.file_name()) {
            std::fs::remove_file(entry.path())?;
            tracing::info!("removed half a backup that was left");
        }
    }
    Ok(())
}

/// Where a backup lies while it is none yet, or is none any more.
pub(super) fn half(file: &Path) -> PathBuf {
    with_ending(file, PART)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn is_half(file: &OsStr) -> bool {
    let parts = file.to_str().and_then(|file| file.split_once(PART));
    parts.is_some_and(|(name, rest)| BackupName::parse(name).is_some() && BESIDE.contains(&rest))
}

/// Removes a backup that is not to be, and what was written beside it.
pub(super) fn discard(file: &Path) {
    for ending in BESIDE {
        match std::fs::remove_file(with_ending(file, ending)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                tracing::error!(%error, "cannot remove half a backup");
            }
            _ => {}
        }
    }
}

/// The backups in the folder, the newest first.
///
/// # Errors
/// The folder cannot be read; that there is none yet is no error.
pub(super) fn list(path: &Path) -> io::Result<Vec<BackupFile>> {
    let entries = match std::fs::read_dir(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        // What vanishes meanwhile is not listed.
        let file = entry.metadata().ok().filter(std::fs::Metadata::is_file);
        if let (Some(name), Some(file)) = (name_in(&entry.path()), file) {
            found.push((name, file.len()));
        }
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    let file = |(name, bytes): (BackupName, u64)| BackupFile {
        name: name.to_string(),
        at: name.at(),
        bytes,
    };
    Ok(found.into_iter().map(file).collect())
}

fn name_in(file: &Path) -> Option<BackupName> {
    BackupName::parse(file.file_name()?.to_str()?)
}

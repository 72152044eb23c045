//! 数据备份: copies of the database on the server's machine. They are made, listed and deleted here,
//! and never sent.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// `GET /backups`, and the answer of every act on them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupsView {
    /// The folder on the server's machine.
    pub folder: String,
    /// What lies there, the newest first. Each was checked before it got its name.
    pub items: Vec<BackupFile>,
    /// The one that is being made.
    pub running: Option<RunningBackup>,
    /// Why the last one was not made; `None` once another was, and after the server's start.
    pub failure: Option<BackupFailure>,
}

/// A backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFile {
    /// The name of the file.
    pub name: String,
    /// When it was begun: what was stored until then is in it.
    pub at: DateTime<FixedOffset>,
    /// How large it is, in bytes.
    pub bytes: u64,
}

/// A backup that is being made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RunningBackup {
    /// When it was begun.
    pub started_at: DateTime<FixedOffset>,
    /// Who began it.
    pub by: String,
    /// What is being done.
    pub phase: BackupPhase,
    /// How much has been written, in bytes.
    pub bytes: u64,
    /// How much it will be, about; `None` where the database does not say so before.
    pub total: Option<u64>,
    /// Somebody cancelled it; it is about to end.
    pub cancelling: bool,
}

/// What is being done for a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum BackupPhase {
    /// 复制: the data are written into the file.
    Copying,
    /// 检查: what was written is read again.
    Checking,
}

/// Why a backup was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BackupFailure {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who had begun it.
    pub by: String,
    /// The reason and what to do, in Chinese.
    pub message: String,
}

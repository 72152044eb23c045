//! Why a backup was not made.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Why a backup was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Somebody cancelled it.
    Cancelled,
    /// It could not be made: the reason and what to do, in Chinese.
    Failed(String),
}

impl Failure {
    /// It could not be made.
    pub(super) fn failed(message: impl Into<String>) -> Self {
        Self::Failed(message.into())
    }

    /// Something could not be done in the folder.
    pub(super) fn of_folder(folder: &Path, error: &io::Error) -> Self {
        Self::Failed(folder_problem(folder, error))
    }

    /// The database did not do its part; the cause goes to the log.
    pub(super) fn of_database(cause: impl fmt::Display) -> Self {
        tracing::error!(%cause, "a backup failed");
        Self::failed("数据库暂时无法读取，备份没有完成，请稍后重试。")
    }

    /// The disk did not do its part; the cause goes to the log.
    pub(super) fn of_disk(cause: impl fmt::Display) -> Self {
        tracing::error!(%cause, "a backup failed");
        Self::failed("磁盘读写出错，备份没有完成，未保留半份文件。请服务器管理人员检查磁盘后重试。")
    }

    /// There is no room left for it.
    pub(super) fn no_room() -> Self {
        Self::failed("磁盘空间不足，备份没有完成，未保留半份文件。请清理磁盘或更换备份目录后重试。")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str("备份已取消。"),
            Self::Failed(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Failure {}

/// What is wrong with the folder, in Chinese.
pub(super) fn folder_problem(folder: &Path, error: &io::Error) -> String {
    let what = match error.kind() {
        ErrorKind::PermissionDenied => "平台没有读写权限",
        ErrorKind::ReadOnlyFilesystem => "所在磁盘是只读的",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘空间不足",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => "该位置已有同名文件，不是目录",
        ErrorKind::NotFound => "目录不存在",
        _ => {
            tracing::error!(%error, "the folder of backups cannot be used");
            "磁盘读写出错"
        }
    };
    format!(
        "备份目录 {} 无法使用：{what}。请服务器管理人员处理后重试。",
        folder.display()
    )
}

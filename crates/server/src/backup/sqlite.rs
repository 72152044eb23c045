//! A SQLite database: `VACUUM INTO`, which reads one state of it and keeps no writer waiting.

use std::path::Path;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _};

use super::failure::Failure;
use super::run::Run;

/// So many steps of SQLite's machine pass between two looks at whether it was cancelled: some
/// milliseconds.
const STEPS: i32 = 10_000;

/// Copies the database into an empty file.
///
/// # Errors
/// It was cancelled; the disk is full; the database does not answer.
pub(super) async fn copy(
    database: &SqliteConnectOptions,
    part: &Path,
    run: &Run,
) -> Result<(), Failure> {
    let target = part
        .to_str()
        .ok_or_else(|| Failure::failed("备份目录的名称含有无法识别的字符，请更换备份目录。"))?;
    // Of its own: one of the pool would be missing there for as long as it takes.
    let mut source = open(&database.clone().read_only(true), run).await?;
    let expected: i64 = sqlx::query_scalar(
        "SELECT (page_count - freelist_count) * page_size \
         FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
    )
    .fetch_one(&mut source)
    .await
    .map_err(|error| failure(&error, run))?;
    run.expects(u64::try_from(expected).unwrap_or_default());
    let copied = sqlx::query("VACUUM INTO ?")
        .bind(target)
        .execute(&mut source)
        .await;
    copied.map_err(|error| failure(&error, run))?;
    source.close().await.map_err(|error| failure(&error, run))
}

/// Reads the copy from its first page to its last, with all indexes.
///
/// # Errors
/// It was cancelled; the copy is damaged.
pub(super) async fn check(part: &Path, run: &Run) -> Result<(), Failure> {
    let copy = SqliteConnectOptions::new()
        .filename(part)
        .read_only(true)
        .immutable(true);
    let mut copy = open(&copy, run).await?;
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(&mut copy)
        .await
        .map_err(|error| failure(&error, run))?;
    if found != ["ok"] {
        tracing::error!(?found, "a backup is damaged");
        return Err(Failure::failed(
            "备份文件检查未通过，已删除。请检查磁盘，并核对数据库是否完好后重试。",
        ));
    }
    copy.close().await.map_err(|error| failure(&error, run))
}

async fn open(options: &SqliteConnectOptions, run: &Run) -> Result<SqliteConnection, Failure> {
    let mut connection = options
        .connect()
        .await
        .map_err(|error| failure(&error, run))?;
    let cancelled = run.cancelled();
    connection
        .lock_handle()
        .await
        .map_err(|error| failure(&error, run))?
        .set_progress_handler(STEPS, move || !*cancelled.borrow());
    Ok(connection)
}

fn failure(error: &sqlx::Error, run: &Run) -> Failure {
    const IO_ERROR: u32 = 10;
    const FULL: u32 = 13;
    const CANNOT_OPEN: u32 = 14;
    if run.is_cancelled() {
        return Failure::Cancelled;
    }
    let code = error.as_database_error().and_then(|error| error.code());
    // The low byte is the primary code.
    match code.and_then(|code| Some(code.parse::<u32>().ok()? & 0xff)) {
        Some(FULL) => Failure::no_room(),
        Some(IO_ERROR | CANNOT_OPEN) => Failure::of_disk(error),
        _ => Failure::of_database(error),
    }
}

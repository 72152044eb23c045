//! `lanmu-server migrate`.

use std::process::ExitCode;

use sea_orm_migration::MigratorTrait;

use crate::cli::Storage;
use crate::db::Db;
use crate::migration::Migrator;

/// Brings the schema up to date.
///
/// # Errors
/// The database cannot be reached or a step fails.
pub async fn up(storage: &Storage) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&storage.url()?).await?;
    Migrator::up(db.conn(), None).await?;
    Ok(ExitCode::SUCCESS)
}

/// Takes back the last steps.
///
/// # Errors
/// The database cannot be reached or a step fails.
pub async fn down(storage: &Storage, steps: u32) -> anyhow::Result<ExitCode> {
    let db = Db::connect(&storage.url()?).await?;
    Migrator::down(db.conn(), Some(steps)).await?;
    Ok(ExitCode::SUCCESS)
}

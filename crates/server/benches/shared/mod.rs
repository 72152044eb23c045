//! What the benches of the server share.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use chrono::NaiveDate;
use lanmu_server::bootstrap::{Kind, Table, make_site};
use lanmu_server::clock::{Clock, shanghai};
use lanmu_server::db::{Db, sqlite_url};
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{ConnectOptions as _, SqliteConnection};

/// A connection that fills a database quickly: a fall of the power costs only the bench's data.
pub async fn quick(folder: &Path) -> anyhow::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(lanmu_server::db::sqlite_file(folder))
        .journal_mode(SqliteJournalMode::Off)
        .synchronous(SqliteSynchronous::Off)
        .foreign_keys(false)
        .disable_statement_logging();
    Ok(options.connect().await?)
}

/// A site made from the shipped table, at noon of a day.
pub async fn first_site(folder: &Path, day: NaiveDate) -> anyhow::Result<()> {
    let db = Db::open(&sqlite_url(folder)).await?;
    let noon = day
        .and_hms_opt(12, 0, 0)
        .unwrap_or_default()
        .and_local_timezone(shanghai())
        .single()
        .expect("a time");
    let state = AppState::new(db.clone(), Clock::fixed(noon), Settings::default());
    let site = make_site(&state, Kind::Empty, &Table::Shipped).await?;
    site.expect("there is none yet")
        .finish()
        .await
        .map_err(|p| anyhow::anyhow!("{p}"))?;
    db.close().await?;
    Ok(())
}

/// In whole milliseconds.
pub fn milliseconds(taken: Duration) -> String {
    format!("{} ms", taken.as_millis())
}

/// The target folder, from the place of this executable: `release/deps/` in it.
pub fn target() -> anyhow::Result<PathBuf> {
    let executable = std::env::current_exe()?;
    let folder = executable.ancestors().nth(3);
    Ok(folder.context("a target folder")?.to_owned())
}

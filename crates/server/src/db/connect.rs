//! Connecting to SQLite or PostgreSQL.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnAcquireErr, ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};
use sea_orm_migration::MigratorTrait;
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::migration::Migrator;

const PING: Duration = Duration::from_secs(3);
const ROWS_AT_ONCE: usize = 1_000;

/// The database of an installation; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    connection: DatabaseConnection,
    /// SQLite has one writer at a time: waiting here is fair and never times out half way.
    writer: Option<Arc<Mutex<()>>>,
}

/// The SQLite database in a data folder.
#[must_use]
pub fn sqlite_file(data: &Path) -> PathBuf {
    data.join("lanmu.sqlite")
}

/// The address of the SQLite database in a data folder.
#[must_use]
pub fn sqlite_url(data: &Path) -> String {
    let path = sqlite_file(data).display().to_string();
    let path = path
        .replace('%', "%25")
        .replace('?', "%3F")
        .replace('#', "%23");
    format!("sqlite://{path}?mode=rwc")
}

impl Db {
    /// Connects and brings the schema up to date.
    ///
    /// # Errors
    /// The database cannot be reached, or a migration fails.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        let db = Self::connect(url).await?;
        Migrator::up(&db.connection, None).await?;
        Ok(db)
    }

    /// Connects and leaves the schema as it is.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(if url.starts_with("sqlite") { 8 } else { 20 })
            .acquire_timeout(Duration::from_secs(10))
            .sqlx_logging(false)
            // WAL lets readers read while one writes; FULL makes every commit durable.
            .map_sqlx_sqlite_opts(|sqlite| {
                sqlite
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(10))
                    // Rows go from SQLite's thread to the asker's in batches, not one by one.
                    .row_buffer_size(ROWS_AT_ONCE)
            });
        let connection = Database::connect(options).await?;
        let writer = (connection.get_database_backend() == DbBackend::Sqlite)
            .then(|| Arc::new(Mutex::new(())));
        Ok(Self { connection, writer })
    }

    /// For reading. Writing goes through [`super::WriteTx`].
    #[must_use]
    pub const fn conn(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Waits until nobody else writes, where the database has one writer at a time. Whoever holds
    /// this must not wait for another write.
    pub async fn alone(&self) -> Option<OwnedMutexGuard<()>> {
        match &self.writer {
            Some(writer) => Some(writer.clone().lock_owned().await),
            None => None,
        }
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// It does not answer, or not within three seconds.
    pub async fn ping(&self) -> Result<(), DbErr> {
        let late = |_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
        tokio::time::timeout(PING, self.connection.ping())
            .await
            .map_err(late)?
    }

    /// Closes the connections; SQLite then has everything in one file.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn close(self) -> Result<(), DbErr> {
        self.connection.close().await
    }
}

//! The command line.

use std::fs::DirBuilder;
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::bootstrap::Table;
use crate::db::{sqlite_file, sqlite_url};

/// Lanmu 栏目: content assurance for a government website.
#[derive(Debug, Parser)]
#[command(name = "lanmu-server", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the executable can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the API and the SPA; the first start makes the site.
    Serve(Serve),
    /// Check the ledger.
    Ledger {
        /// What to check.
        #[command(subcommand)]
        command: LedgerCommand,
    },
    /// Count the obligations of every site by status, as they stand today.
    Status(Status),
    /// Make a backup of the database, check it, and say where it lies.
    Backup(Backup),
    /// Change the schema.
    Migrate {
        /// Which way.
        #[command(subcommand)]
        command: MigrateCommand,
    },
    /// Print the OpenAPI document.
    Openapi,
}

/// Where the data are.
#[derive(Debug, Args)]
pub struct Storage {
    /// Folder of the SQLite database.
    #[arg(long, env = "LANMU_DATA", default_value = "./data")]
    pub data: PathBuf,
    /// A database instead: `postgres://user:password@host/name`.
    #[arg(long, env = "LANMU_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
}

/// Where backups are kept.
#[derive(Debug, Args)]
pub struct BackupFolder {
    /// Folder of the backups: `backups` in the data folder, unless it is said here.
    #[arg(long, env = "LANMU_BACKUPS")]
    pub backups: Option<PathBuf>,
}

impl BackupFolder {
    /// The folder.
    #[must_use]
    pub fn path(&self, storage: &Storage) -> PathBuf {
        let chosen = self.backups.clone();
        chosen.unwrap_or_else(|| storage.data.join("backups"))
    }
}

/// Options of `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where the data are.
    #[command(flatten)]
    pub storage: Storage,
    /// Where backups are kept.
    #[command(flatten)]
    pub folder: BackupFolder,
}

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Address to listen on.
    #[arg(long, env = "LANMU_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the data are.
    #[command(flatten)]
    pub storage: Storage,
    /// Where backups are kept.
    #[command(flatten)]
    pub folder: BackupFolder,
    /// At the first start: a site for real use instead of the demonstration.
    #[arg(long)]
    pub empty: bool,
    /// At the first start of a site for real use: a responsibility table of one's own, CSV in UTF-8
    /// or GB18030 with the columns of the shipped one.
    #[arg(long, requires_all = ["empty", "departments"])]
    pub annex: Option<PathBuf>,
    /// The departments that the table names, likewise.
    #[arg(long, requires = "annex")]
    pub departments: Option<PathBuf>,
    /// Whether the session cookie is sent over TLS only. Say `always` behind a proxy that does TLS,
    /// `never` on a network without it.
    #[arg(long, env = "LANMU_SECURE_COOKIE", value_enum, default_value_t = SecureCookie::Auto)]
    pub secure_cookie: SecureCookie,
    /// At the first start: also write the accounts as JSON into this file, readable by its owner.
    #[arg(long)]
    pub accounts_json: Option<PathBuf>,
}

/// Options of `status`.
#[derive(Debug, Args)]
pub struct Status {
    /// Where the data are.
    #[command(flatten)]
    pub storage: Storage,
    /// Print JSON instead of a table.
    #[arg(long)]
    pub as_json: bool,
}

/// When the session cookie is marked `Secure`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SecureCookie {
    /// Unless the server listens on loopback.
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

impl Serve {
    /// Which table the first start reads.
    #[must_use]
    pub fn table(&self) -> Table {
        match (&self.annex, &self.departments) {
            (Some(annex), Some(departments)) => Table::Files {
                annex: annex.clone(),
                departments: departments.clone(),
            },
            _ => Table::Shipped,
        }
    }

    /// Whether the session cookie is sent over TLS only.
    #[must_use]
    pub const fn is_cookie_secure(&self) -> bool {
        match self.secure_cookie {
            SecureCookie::Auto => !self.listen.ip().is_loopback(),
            SecureCookie::Always => true,
            SecureCookie::Never => false,
        }
    }
}

/// What `ledger` does.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Check every line of the chain. Exits with 0 where it is intact, with 1 where a line was
    /// altered, naming the first, and with 2 where it could not be checked.
    Verify {
        /// Where the data are.
        #[command(flatten)]
        storage: Storage,
        /// Only this site; all of them otherwise.
        #[arg(long)]
        site: Option<i64>,
    },
}

/// What `migrate` does.
#[derive(Debug, Subcommand)]
pub enum MigrateCommand {
    /// Bring the schema up to date.
    Up {
        /// Where the data are.
        #[command(flatten)]
        storage: Storage,
    },
    /// Take back the last steps. Their tables and all that is in them are gone.
    Down {
        /// Where the data are.
        #[command(flatten)]
        storage: Storage,
        /// How many steps.
        #[arg(long, default_value_t = 1)]
        steps: u32,
    },
}

impl Storage {
    /// The address of the database; makes the data folder where it is needed, for its owner only.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn url(&self) -> anyhow::Result<String> {
        match &self.database_url {
            Some(url) => Ok(url.clone()),
            None => {
                DirBuilder::new()
                    .recursive(true)
                    .mode(0o700)
                    .create(&self.data)
                    .with_context(|| format!("cannot make the folder {}", self.data.display()))?;
                Ok(sqlite_url(&self.data))
            }
        }
    }

    /// The address of a database that exists already.
    ///
    /// # Errors
    /// There is none.
    pub fn existing_url(&self) -> anyhow::Result<String> {
        let file = sqlite_file(&self.data);
        if self.database_url.is_none() && !file.is_file() {
            anyhow::bail!("there is no database {}", file.display());
        }
        self.url()
    }
}

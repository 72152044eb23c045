//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

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

/// Options of `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Address to listen on.
    #[arg(long, env = "LANMU_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the data are.
    #[command(flatten)]
    pub storage: Storage,
    /// At the first start: a site for real use instead of the demonstration.
    #[arg(long)]
    pub empty: bool,
    /// At the first start: also write the accounts as JSON into this file, readable by its owner.
    #[arg(long)]
    pub accounts_json: Option<PathBuf>,
}

/// What `ledger` does.
#[derive(Debug, Subcommand)]
pub enum LedgerCommand {
    /// Check every line of the chain; exit 1 where one was altered, naming the first.
    Verify {
        /// Where the data are.
        #[command(flatten)]
        storage: Storage,
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
    /// The address of the database; makes the data folder where it is needed.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn url(&self) -> anyhow::Result<String> {
        match &self.database_url {
            Some(url) => Ok(url.clone()),
            None => {
                std::fs::create_dir_all(&self.data).map_err(|error| {
                    anyhow::anyhow!("cannot make the folder {}: {error}", self.data.display())
                })?;
                Ok(crate::db::sqlite_url(&self.data))
            }
        }
    }
}

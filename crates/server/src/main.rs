//! `lanmu-server`: see `lanmu-server --help`.

use std::process::ExitCode;

use clap::Parser;
use lanmu_server::cli::{Cli, Command, LedgerCommand, MigrateCommand};
use lanmu_server::command;
use tracing_subscriber::EnvFilter;

/// Exit code where something could not be done; 1 says that a ledger was altered.
const CANNOT: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    start_log();
    match run(cli).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(CANNOT)
        }
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::Serve(options) => command::serve::serve(options).await,
        Command::Ledger {
            command: LedgerCommand::Verify { storage, site },
        } => command::ledger_verify::ledger_verify(&storage, site).await,
        Command::Backup(options) => command::backup::backup(&options).await,
        Command::Status(options) => command::status::status(&options).await,
        Command::Migrate {
            command: MigrateCommand::Up { storage },
        } => command::migrate::up(&storage).await,
        Command::Migrate {
            command: MigrateCommand::Down { storage, steps },
        } => command::migrate::down(&storage, steps).await,
        Command::Openapi => command::openapi::openapi(),
    }
}

/// Logs go to standard error; standard output is for what the person asked for.
fn start_log() {
    let filter = EnvFilter::try_from_env("LANMU_LOG")
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::env::var("LANMU_LOG_FORMAT").is_ok_and(|format| format == "json") {
        log.json().flatten_event(true).init();
    } else {
        log.init();
    }
}

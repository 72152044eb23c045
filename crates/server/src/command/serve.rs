//! `lanmu-server serve`.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::bootstrap::{self, Kind};
use crate::cli::Serve;
use crate::clock::Clock;
use crate::db::Db;
use crate::router::router;
use crate::session::end_expired;
use crate::settings::Settings;
use crate::state::AppState;

const CLEANING: Duration = Duration::from_secs(600);

/// Makes the site at the first start, then serves until it is told to stop.
///
/// # Errors
/// The database cannot be reached, the address is taken, the first start fails.
pub async fn serve(options: Serve) -> anyhow::Result<ExitCode> {
    let db = Db::open(&options.storage.url()?).await.context("cannot open the database")?;
    let settings =
        Settings { secure_cookie: !options.listen.ip().is_loopback(), ..Settings::default() };
    let state = AppState::new(db, Clock::system(), settings);
    let kind = if options.empty { Kind::Empty } else { Kind::Demonstration };
    let accounts = bootstrap::first_start(&state, kind).await?;

    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("cannot listen on {}", options.listen))?;
    let address = listener.local_addr()?;
    if let Some(accounts) = &accounts {
        if let Some(path) = &options.accounts_json {
            bootstrap::write_accounts(path, accounts)?;
        }
        bootstrap::print_accounts(accounts, kind);
    }
    println!("地址 http://{address}");
    println!("按 Ctrl C 停止。");

    tokio::spawn(clean_sessions(state.db.clone()));
    axum::serve(listener, router(state)).with_graceful_shutdown(stop()).await?;
    Ok(ExitCode::SUCCESS)
}

async fn clean_sessions(db: Db) {
    loop {
        if let Err(error) = end_expired(&db).await {
            tracing::warn!(%error, "cannot remove ended sessions");
        }
        tokio::time::sleep(CLEANING).await;
    }
}

/// Waits for Ctrl C or SIGTERM; requests that are under way are finished.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "cannot listen for SIGTERM");
            let _ = interrupt.await;
        }
    }
    tracing::info!("stopping");
}

//! `lanmu-server serve`.

use std::future::IntoFuture as _;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::bootstrap::{self, Kind};
use crate::cli::Serve;
use crate::clock::Clock;
use crate::db::{Db, forget_answers};
use crate::router::router;
use crate::service::attachment::forget_unused;
use crate::service::delegation;
use crate::service::versions::activate_on_a_new_day;
use crate::session::end_expired;
use crate::settings::Settings;
use crate::state::AppState;

const CLEANING: Duration = Duration::from_secs(600);
/// How often ended delegations are looked for.
const EXPIRING: Duration = Duration::from_secs(60);
/// Answers to writes are kept so long for retries.
const ANSWERS_KEPT: chrono::Duration = chrono::Duration::days(7);
/// Requests that are under way when the server is told to stop have so long.
const GRACE: Duration = Duration::from_secs(10);

/// Makes the site at the first start, then serves until it is told to stop.
///
/// # Errors
/// The database cannot be reached, the address is taken, the first start fails.
pub async fn serve(options: Serve) -> anyhow::Result<ExitCode> {
    // What can fail comes before the first start, whose passwords are shown only once.
    let listener = TcpListener::bind(options.listen)
        .await
        .with_context(|| format!("cannot listen on {}", options.listen))?;
    let address = listener.local_addr()?;
    let db = Db::open(&options.storage.url()?)
        .await
        .context("cannot open the database")?;
    let settings = Settings {
        secure_cookie: options.is_cookie_secure(),
        backups: options.folder.path(&options.storage),
        ..Settings::default()
    };
    let state = AppState::new(db.clone(), Clock::system(), settings);
    first_start(&state, &options).await?;
    state.backups.remove_leftovers();
    say(&format!("地址 http://{address}\n按 Ctrl C 停止。"));

    let cleaning = tokio::spawn(clean(state.clone()));
    let expiring = tokio::spawn(end_delegations(state.clone()));
    let (stopping, stopped) = watch::channel(false);
    let live = state.live.clone();
    let serving = axum::serve(listener, router(state))
        .with_graceful_shutdown(async move {
            stop_signal().await;
            tracing::info!("stopping");
            stopping.send_replace(true);
            live.stop();
        })
        .into_future();
    tokio::select! {
        served = serving => served?,
        () = grace_is_over(stopped) => tracing::warn!("stopped before every request was done"),
    }
    cleaning.abort();
    expiring.abort();
    db.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn first_start(state: &AppState, options: &Serve) -> anyhow::Result<()> {
    if bootstrap::has_site(state).await? {
        return Ok(());
    }
    if let Some(path) = options.accounts_json.as_ref().filter(|path| path.exists()) {
        anyhow::bail!(
            "{} exists already; the accounts would overwrite it",
            path.display()
        );
    }
    let kind = if options.empty {
        Kind::Empty
    } else {
        Kind::Demonstration
    };
    if let Some(accounts) = bootstrap::first_start(state, kind, &options.table()).await? {
        say(&bootstrap::account_table(&accounts, kind));
        if let Some(path) = &options.accounts_json {
            bootstrap::write_accounts(path, &accounts)?;
        }
    }
    Ok(())
}

/// Says something on standard output. That nobody listens any more is no reason to stop.
fn say(text: &str) {
    if let Err(error) = writeln!(std::io::stdout(), "{text}") {
        tracing::debug!(%error, "standard output is closed");
    }
}

/// Removes what has had its time: sessions, and answers kept for retries.
async fn clean(state: AppState) {
    loop {
        if let Err(error) = end_expired(&state.db).await {
            tracing::warn!(%error, "cannot remove ended sessions");
        }
        if let Err(error) = forget_answers(&state, ANSWERS_KEPT).await {
            tracing::warn!(%error, "cannot remove old answers");
        }
        if let Err(error) = forget_unused(&state, state.clock.now().to_utc()).await {
            tracing::warn!(%error, "cannot remove unused attachments");
        }
        tokio::time::sleep(CLEANING).await;
    }
}

/// Tells of delegations that have ended by themselves, and begins the day of a planned version of
/// the matrix where nobody asks for anything.
async fn end_delegations(state: AppState) {
    loop {
        if let Err(problem) = activate_on_a_new_day(&state).await {
            tracing::error!(?problem, "cannot bring a version of the matrix into force");
        }
        if let Err(problem) = delegation::expire(&state).await {
            tracing::warn!(?problem, "cannot tell of ended delegations");
        }
        tokio::time::sleep(EXPIRING).await;
    }
}

async fn grace_is_over(mut stopped: watch::Receiver<bool>) {
    if stopped.wait_for(|stopped| *stopped).await.is_err() {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(GRACE).await;
}

/// Waits for Ctrl C or SIGTERM.
async fn stop_signal() {
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
}

//! 数据备份: making, watching, cancelling, deleting, and that what was made can be gone back to.

mod cancelling;
mod command;
mod deleting;
mod failing;
mod making;
mod restoring;

use std::path::{Path, PathBuf};
use std::time::Duration;

use lanmu_api::backup::BackupsView;
use lanmu_api::ledger::LedgerLineView;
use lanmu_api::page::Page;
use lanmu_api::path;
use sea_orm::ConnectionTrait as _;
use serde_json::Value;

use crate::support::{Actor, TestServer, is_postgres};

/// What backups of the database under test end with.
fn ending() -> &'static str {
    if is_postgres() { "dump" } else { "sqlite" }
}

/// What the page shows.
async fn backups(who: &Actor) -> BackupsView {
    who.get(path::BACKUPS).await.body()
}

/// Begins one, and waits until it has ended.
async fn back_up(who: &Actor) -> BackupsView {
    let begun = who.post(path::BACKUPS, &Value::Null).await;
    assert_eq!(begun.status, 202, "{}", begun.text);
    until_ended(who).await
}

/// Waits until none is being made.
async fn until_ended(who: &Actor) -> BackupsView {
    for _ in 0..600 {
        let view = backups(who).await;
        if view.running.is_none() {
            return view;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the backup did not end within half a minute");
}

/// The last lines of the ledger about backups, the newest first: act, name, subject, note.
async fn lines(server: &TestServer) -> Vec<(&'static str, String, String, String)> {
    let auditor = server.audit_administrator().await;
    let page: Page<LedgerLineView> = auditor.get(path::LEDGER).await.body();
    let lines = page.items.into_iter().map(|view| view.line);
    lines
        .filter(|line| line.act.key().starts_with("backup"))
        .map(|line| (line.act.key(), line.person_name, line.subject, line.note))
        .collect()
}

/// Everything in the folder but the lock.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.expect("a file").path())
        .filter(|file| !file.ends_with(".lock"))
        .collect()
}

/// Enough that a backup takes a while.
async fn fill(server: &TestServer) {
    let rows = if is_postgres() {
        "CREATE TABLE ballast AS SELECT n, md5(n::text) || md5((n * 7)::text) AS words \
         FROM generate_series(1, 400000) AS n"
    } else {
        "CREATE TABLE ballast AS WITH RECURSIVE n(n) AS \
         (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 400000) \
         SELECT n, hex(randomblob(60)) AS words FROM n"
    };
    let connection = server.state.db.conn();
    connection.execute_unprepared(rows).await.expect("rows");
}

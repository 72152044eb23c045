//! A backup that is stopped leaves nothing.

use std::time::Duration;

use lanmu_api::path;
use serde_json::Value;

use super::{backups, files, fill, lines, until_ended};
use crate::support::{TestServer, is_postgres};

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_backup_leaves_nothing_but_a_line() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    fill(&server).await;
    let begun = administrator.post(path::BACKUPS, &Value::Null).await;
    assert_eq!(begun.status, 202, "{}", begun.text);
    // Until something has been written.
    let running = loop {
        let running = backups(&administrator).await.running;
        let running = running.expect("it still runs");
        if running.bytes > 0 {
            break running;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    assert_eq!(running.by, administrator.name);
    assert_eq!(running.total.is_none(), is_postgres(), "{running:?}");
    administrator
        .post(path::BACKUP_CANCEL, &Value::Null)
        .await
        .ok();
    let view = until_ended(&administrator).await;
    assert!(view.items.is_empty() && view.failure.is_none(), "{view:?}");
    assert!(files(server.state.backups.folder()).is_empty());
    let lines = lines(&server).await;
    let [(act, name, _, note)] = lines.as_slice() else {
        panic!("one line")
    };
    assert_eq!(
        (*act, name.as_str()),
        ("backup_cancelled", administrator.name.as_str())
    );
    assert_eq!(note, "备份已取消。");
}

#[tokio::test]
async fn where_none_runs_there_is_none_to_cancel() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let reply = administrator.post(path::BACKUP_CANCEL, &Value::Null).await;
    assert_eq!(reply.code(409), "refused");
}

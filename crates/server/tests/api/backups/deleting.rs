//! Deleting, and names that are none.

use lanmu_api::path;

use super::{back_up, backups, files, lines};
use crate::support::TestServer;

#[tokio::test]
async fn any_but_the_only_one_can_be_deleted() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let first = back_up(&administrator).await.items.remove(0);
    let only = administrator.delete(&path::backup(&first.name)).await;
    let error = only.error();
    assert_eq!(error.code.status(), 409);
    assert!(
        error.message.starts_with("这是仅有的一份备份"),
        "{}",
        error.message
    );

    server.advance(chrono::Duration::minutes(20));
    let second = back_up(&administrator).await.items.remove(0);
    let gone = administrator.delete(&path::backup(&second.name)).await.ok();
    assert_eq!(gone.json["items"].as_array().map(Vec::len), Some(1));
    let left = backups(&administrator).await.items;
    assert_eq!(left, std::slice::from_ref(&first));
    let folder = server.state.backups.folder();
    assert_eq!(files(folder), [folder.join(&first.name)]);
    let (act, name, subject, _) = lines(&server).await.remove(0);
    assert_eq!(
        (act, name, subject),
        (
            "backup_deleted",
            administrator.name.clone(),
            second.name.clone()
        )
    );
    let again = administrator.delete(&path::backup(&second.name)).await;
    assert_eq!(again.code(404), "not_found");
}

#[tokio::test]
async fn what_the_ledger_did_not_take_is_not_gone() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    back_up(&administrator).await;
    let before = back_up(&administrator).await.items;
    let away = server.state.backups.put_away(&before[0]).expect("a file");
    assert_eq!(backups(&administrator).await.items, before[1..]);
    away.bring_back();
    assert_eq!(backups(&administrator).await.items, before);
}

#[tokio::test]
async fn a_name_leads_nowhere_else() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    for _ in 0..2 {
        back_up(&administrator).await;
    }
    let folder = server.state.backups.folder().to_path_buf();
    let beside = folder.with_file_name("lanmu-20260101-000000.sqlite");
    let strange = folder.join("notes.txt");
    for file in [&beside, &strange] {
        std::fs::write(file, "not a backup").expect("a file");
    }
    let items = backups(&administrator).await.items;
    assert_eq!(items.len(), 2, "what is no backup is not listed");
    for name in [
        "notes.txt",
        ".lock",
        "..",
        "%2e%2e%2flanmu-20260101-000000.sqlite",
        "..%2Flanmu-20260101-000000.sqlite",
        "lanmu-20260101-000000.sqlite",
        "lanmu-20260101-000000.sqlite%00",
        "%FF",
        "running",
    ] {
        let reply = administrator.delete(&path::backup(name)).await;
        assert!(
            (400..500).contains(&reply.status),
            "{name}: {}",
            reply.status
        );
        reply.error();
    }
    assert!(beside.exists() && strange.exists());
    assert_eq!(backups(&administrator).await.items, items);
}

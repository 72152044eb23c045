//! What is said where a backup cannot be made, and that nothing half is kept.

use std::fs::File;

use lanmu_api::path;
use serde_json::Value;

use super::{back_up, backups, ending, files, lines, until_ended};
use crate::support::TestServer;

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_said_and_recorded() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    // The tests may run as root, who may write anywhere: a link that leads nowhere stops root too.
    let folder = server.state.backups.folder();
    std::os::unix::fs::symlink("/nowhere/at/all", folder).expect("a link");
    let failure = back_up(&administrator).await.failure.expect("a failure");
    assert_eq!(failure.by, administrator.name);
    assert!(
        failure.message.contains(&folder.display().to_string()),
        "{failure:?}"
    );
    let (act, _, _, note) = lines(&server).await.remove(0);
    assert_eq!((act, note), ("backup_failed", failure.message));

    // Mended, the next one is made, and what was wrong is forgotten.
    std::fs::remove_file(folder).expect("the link goes");
    let view = back_up(&administrator).await;
    assert_eq!((view.items.len(), view.failure), (1, None));
}

#[tokio::test]
async fn a_file_in_the_place_of_the_folder_is_said_at_once() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    std::fs::write(server.state.backups.folder(), "").expect("a file");
    for reply in [
        administrator.get(path::BACKUPS).await,
        administrator.post(path::BACKUPS, &Value::Null).await,
    ] {
        let error = reply.error();
        assert_eq!(error.code.status(), 503);
        assert!(error.message.contains("不是目录"), "{}", error.message);
    }
    std::fs::remove_file(server.state.backups.folder()).expect("the file goes");
    assert_eq!(
        back_up(&administrator).await.items.len(),
        1,
        "the place was given back"
    );
}

#[tokio::test]
async fn half_a_backup_that_was_left_goes_and_nothing_else() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let folder = server.state.backups.folder().to_path_buf();
    std::fs::create_dir(&folder).expect("a folder");
    let half = folder.join(format!("lanmu-20260101-000000.{}.part", ending()));
    let journal = half.with_extension("part-journal");
    let other = folder.join("other.part");
    for file in [&half, &journal, &other] {
        std::fs::write(file, "half").expect("a file");
    }
    assert!(backups(&administrator).await.items.is_empty());
    server.state.backups.remove_leftovers();
    assert_eq!(files(&folder), [other]);
}

#[tokio::test]
async fn another_program_that_makes_one_there_is_waited_for() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let folder = server.state.backups.folder().to_path_buf();
    std::fs::create_dir(&folder).expect("a folder");
    let half = folder.join(format!("lanmu-20260101-000000.{}.part", ending()));
    std::fs::write(&half, "being written").expect("a file");
    let lock = File::create(folder.join(".lock")).expect("the lock");
    lock.lock().expect("nobody else has it");
    server.state.backups.remove_leftovers();
    administrator.post(path::BACKUPS, &Value::Null).await.ok();
    let failure = until_ended(&administrator)
        .await
        .failure
        .expect("a failure");
    assert!(failure.message.contains("另有程序正在备份"), "{failure:?}");
    assert_eq!(files(&folder), [half], "its file is left alone");
}

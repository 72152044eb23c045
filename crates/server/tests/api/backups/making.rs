//! Who may, and what is there afterwards.

use std::os::unix::fs::PermissionsExt as _;

use lanmu_api::path;
use lanmu_domain::role::Role;
use lanmu_server::backup::{BackupName, Maker};
use serde_json::{Value, json};

use super::{back_up, backups, ending, files, fill, lines, until_ended};
use crate::support::{TestServer, opening};

#[tokio::test]
async fn a_backup_is_made_checked_and_listed() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let folder = server.state.backups.folder().to_path_buf();
    let before = backups(&administrator).await;
    assert!(before.items.is_empty() && before.running.is_none());
    assert_eq!(before.folder, folder.display().to_string());
    assert!(!folder.exists(), "nobody needs it yet");

    let view = back_up(&administrator).await;
    let [made] = view.items.as_slice() else {
        panic!("one backup, not {view:?}")
    };
    assert_eq!(view.failure, None);
    assert_eq!(made.name, format!("lanmu-20260311-100000.{}", ending()));
    assert_eq!(made.at, opening());
    let file = folder.join(&made.name);
    let about = file.metadata().expect("the file");
    assert_eq!(about.len(), made.bytes);
    assert!(made.bytes > 50_000, "the whole table is in it");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
    let mode = folder.metadata().expect("the folder").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert_eq!(files(&folder), [file], "nothing else is left");

    let [(act, name, subject, note)] = &lines(&server).await[..] else {
        panic!("one line")
    };
    assert_eq!(
        (*act, name, subject),
        ("backup_made", &administrator.name, &made.name)
    );
    assert!(note.ends_with("检查通过。"), "{note}");
}

#[tokio::test]
async fn the_newest_stands_first_and_no_two_have_one_name() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    for _ in 0..2 {
        back_up(&administrator).await;
    }
    server.advance(chrono::Duration::minutes(20));
    let view = back_up(&administrator).await;
    let names: Vec<String> = view.items.into_iter().map(|file| file.name).collect();
    let name = |time: &str| format!("lanmu-20260311-{time}.{}", ending());
    assert_eq!(names, [name("102000"), name("100001"), name("100000")]);
    assert!(names.iter().all(|name| BackupName::parse(name).is_some()));
}

#[tokio::test]
async fn a_retry_makes_no_second_one() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    for _ in 0..2 {
        let reply = administrator
            .post_again(path::BACKUPS, "one-key", &Value::Null)
            .await;
        assert_eq!(reply.status, 202, "{}", reply.text);
        until_ended(&administrator).await;
    }
    assert_eq!(backups(&administrator).await.items.len(), 1);
}

#[tokio::test]
async fn one_at_a_time_and_everybody_sees_it() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let other = server.newcomer(Role::SystemAdministrator, None).await;
    let maker = Maker {
        person_id: Some(administrator.person_id),
        name: administrator.name.clone(),
        post: String::new(),
    };
    // A real one would be over before anybody could ask.
    let begun = server.state.backups.begin(maker, opening());
    begun.expect("the place is free");
    let running = backups(&other).await.running.expect("one that runs");
    assert_eq!(
        (running.by, running.started_at),
        (administrator.name.clone(), opening())
    );
    assert!(!running.cancelling);

    let error = other.post(path::BACKUPS, &Value::Null).await.error();
    assert_eq!(error.code.status(), 409);
    assert_eq!(
        error.message,
        format!("{}发起的备份正在进行，请待其完成。", administrator.name)
    );
    let stopped = other.post(path::BACKUP_CANCEL, &Value::Null).await.ok();
    assert_eq!(stopped.json["running"]["cancelling"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_holds_up_nobody() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let officer = server.officer("县财政局").await;
    fill(&server).await;
    let begun = administrator.post(path::BACKUPS, &Value::Null).await;
    assert_eq!(begun.status, 202, "{}", begun.text);
    let written = officer
        .post(path::FEEDS, &json!({ "department_id": null }))
        .await;
    assert_eq!(written.status, 201, "{}", written.text);
    let still = backups(&administrator).await.running;
    assert!(still.is_some(), "the write waited for the backup");
    assert_eq!(until_ended(&administrator).await.items.len(), 1);
}

#[tokio::test]
async fn only_a_system_administrator_may() {
    let server = TestServer::start().await;
    let administrator = server.system_administrator().await;
    let made = back_up(&administrator).await.items;
    let department = "县财政局";
    for who in [
        server.officer(department).await,
        server.section_head(department).await,
        server.leader(department).await,
        server.coordinator().await,
        server.security_administrator().await,
        server.audit_administrator().await,
    ] {
        for reply in [
            who.get(path::BACKUPS).await,
            who.post(path::BACKUPS, &Value::Null).await,
            who.post(path::BACKUP_CANCEL, &Value::Null).await,
            who.delete(&path::backup(&made[0].name)).await,
        ] {
            assert_eq!(reply.code(403), "not_allowed", "{}", who.name);
        }
    }
    assert_eq!(backups(&administrator).await.items, made);
    assert_eq!(lines(&server).await.len(), 1);
}

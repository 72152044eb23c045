//! What was made is enough to go back to.

use std::path::Path;
use std::process::Command;

use lanmu_api::ledger::VerificationRecord;
use lanmu_api::path;
use lanmu_domain::article::picture_html;
use lanmu_server::clock::Clock;
use lanmu_server::db::{Db, sqlite_file};
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use serde_json::{Value, json};

use super::back_up;
use crate::attachments::png;
use crate::scene::{Scene, content, id_of};
use crate::support::{Actor, PASSWORD, Storage, TestServer, opening};

/// A server over what a backup holds, as README says it.
async fn restored(backup: &Path) -> TestServer {
    let storage = Storage::empty().await;
    match &storage {
        Storage::Sqlite(folder) => {
            std::fs::copy(backup, sqlite_file(folder.path())).expect("a copy");
        }
        Storage::Postgres(_) => {
            let restored = Command::new("pg_restore")
                .args(["--no-owner", "--exit-on-error", "--dbname", &storage.url()])
                .arg(backup)
                .output()
                .expect("pg_restore, of Debian's package postgresql-client");
            assert!(restored.status.success(), "{restored:?}");
        }
    }
    let db = Db::open(&storage.url()).await.expect("the copy opens");
    let state = AppState::new(db, Clock::fixed(opening()), Settings::default());
    TestServer::over(storage, state).await
}

#[tokio::test]
async fn people_items_files_and_the_ledger_are_in_a_backup() {
    let scene = Scene::new().await;
    let uploaded = scene.officer.upload("现场.png", png()).await;
    let uploaded = uploaded.expect(201);
    let address = uploaded["address"].as_str().expect("an address");
    let mut content = content(scene.policy);
    content["body"] = picture_html(address, "现场照片").into();
    let body = json!({ "department_id": scene.agriculture, "content": content });
    let item = scene.officer.post(path::ARTICLES, &body).await.expect(201);
    let made = back_up(&scene.administrator).await.items.remove(0);
    // What comes after it is not in it.
    scene.officer.post(path::ARTICLES, &body).await.expect(201);

    let backup = scene.server.state.backups.folder().join(&made.name);
    let again = restored(&backup).await;
    let officer = Actor::new(&again.base);
    officer.sign_in(&scene.officer.login, PASSWORD).await.ok();
    let found = officer.get(&path::article(id_of(&item))).await.expect(200);
    assert_eq!(found["content"], item["content"]);
    let file = officer.get(address).await.ok();
    assert!(file.bytes.starts_with(b"\x89PNG"));
    let list = officer.get(path::ARTICLES).await.expect(200);
    assert_eq!(list["items"].as_array().map(Vec::len), Some(1));

    let auditor = again.audit_administrator().await;
    let nothing = json!({});
    let checked: VerificationRecord = auditor
        .post(path::LEDGER_VERIFICATIONS, &nothing)
        .await
        .body();
    assert!(checked.found.intact, "{checked:?}");
    let ledger = auditor.get(path::LEDGER).await.expect(200);
    let acts: Vec<&Value> = ledger["items"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| &line["act"])
        .collect();
    assert!(!acts.iter().any(|act| **act == "backup_made"), "{acts:?}");
}

//! `lanmu-server backup`, for cron.

use std::process::{Command, Output, Stdio};

use super::{backups, ending, files, lines};
use crate::support::TestServer;

fn run(server: &TestServer, folder: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lanmu-server"))
        .args(["backup", "--database-url", &server.database_url()])
        .args(["--backups", folder])
        .env_remove("LANMU_DATA")
        .stdin(Stdio::null())
        .output()
        .expect("the executable runs")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_makes_one_beside_the_server() {
    let server = TestServer::start().await;
    let folder = server.state.backups.folder().to_path_buf();
    let output = run(&server, &folder.display().to_string());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{output:?}");
    let [file] = &files(&folder)[..] else {
        panic!("one file")
    };
    assert_eq!(
        file.extension().and_then(|end| end.to_str()),
        Some(ending())
    );
    let (path, size) = said
        .trim_end()
        .split_once('\t')
        .expect("a file and its size");
    assert_eq!(path, file.display().to_string());
    assert!(size.ends_with(" KB") || size.ends_with(" MB"), "{size}");
    let administrator = server.system_administrator().await;
    assert_eq!(backups(&administrator).await.items.len(), 1);
    let (act, name, _, _) = lines(&server).await.remove(0);
    assert_eq!((act, name.as_str()), ("backup_made", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_says_why_not_and_exits_with_two() {
    let server = TestServer::start().await;
    let folder = server.state.backups.folder().to_path_buf();
    std::fs::write(&folder, "").expect("a file");
    let output = run(&server, &folder.display().to_string());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("不是目录"), "{said}");
}

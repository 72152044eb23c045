//! `lanmu-server backup`, for cron.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{backups, ending, files, lines};
use crate::support::{TestServer, is_postgres};

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

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_fails_half_way_leaves_nothing() {
    let server = TestServer::start().await;
    let folder = server.state.backups.folder().to_path_buf();
    // Files may grow to 100 KB, and then cannot be written.
    let limited = "ulimit -f 200; trap '' XFSZ; exec \"$@\"";
    let output = Command::new("sh")
        .args(["-c", limited, "sh", env!("CARGO_BIN_EXE_lanmu-server")])
        .args(["backup", "--database-url", &server.database_url()])
        .arg("--backups")
        .arg(&folder)
        .output()
        .expect("a shell");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("磁盘读写出错"), "{said}");
    assert!(files(&folder).is_empty());
    let (act, _, _, note) = lines(&server).await.remove(0);
    assert_eq!(act, "backup_failed");
    assert!(note.starts_with("磁盘读写出错"), "{note}");
}

/// Programs in the place of PostgreSQL's.
fn run_with(server: &TestServer, programs: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_lanmu-server"))
        .args(["backup", "--database-url", &server.database_url()])
        .arg("--backups")
        .arg(server.state.backups.folder())
        .env("PATH", programs)
        .output()
        .expect("the executable runs");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(files(server.state.backups.folder()).is_empty());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn where_postgresqls_programs_do_not_fit_it_says_what_to_install() {
    if !is_postgres() {
        return;
    }
    let server = TestServer::start().await;
    let programs = tempfile::tempdir().expect("a folder");
    let said = run_with(&server, programs.path());
    assert!(said.contains("服务器上没有 pg_dump"), "{said}");
    for (words, expected) in [
        (
            "aborting because of server version mismatch",
            "版本低于数据库",
        ),
        ("could not write: No space left on device", "磁盘空间不足"),
        (
            "could not write to output file: File too large",
            "磁盘读写出错",
        ),
    ] {
        let program = programs.path().join("pg_dump");
        let script = format!("#!/bin/sh\necho 'pg_dump: error: {words}' >&2\nexit 1\n");
        std::fs::write(&program, script).expect("a script");
        let runs = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(&program, runs).expect("it may run");
        let said = run_with(&server, programs.path());
        assert!(said.contains(expected), "{said}");
    }
}

//! The executable itself; `ledger verify` on altered lines is in `chain`.

use std::io::{BufRead as _, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::{Storage, TestServer, send};

fn lanmu(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lanmu-server"));
    command.args(arguments).stdin(Stdio::null());
    for name in [
        "LANMU_LISTEN",
        "LANMU_DATA",
        "LANMU_DATABASE_URL",
        "LANMU_BACKUPS",
        "LANMU_SECURE_COOKIE",
    ] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    lanmu(arguments).output().expect("the executable runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_is_not_there_is_no_intact_one() {
    let server = TestServer::start().await;
    let url = server.database_url();
    for (site, code) in [("1", 0), ("999", 2)] {
        let output = run(&["ledger", "verify", "--database-url", &url, "--site", site]);
        assert_eq!(output.status.code(), Some(code), "{}", text(&output.stderr));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn migrate_goes_up_and_down() {
    let storage = Storage::empty().await;
    let url = storage.url();
    for arguments in [
        &["migrate", "up", "--database-url", &url][..],
        &["migrate", "down", "--database-url", &url, "--steps", "6"],
        &["migrate", "up", "--database-url", &url],
    ] {
        let output = run(arguments);
        assert!(
            output.status.success(),
            "{arguments:?} {}",
            text(&output.stderr)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn status_counts_every_site() {
    let server = TestServer::start().await;
    let url = server.database_url();
    let table = run(&["status", "--database-url", &url]);
    let table = text(&table.stdout);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "空白\t超期\t今日到期\t临期\t正常\t不计时\t网站");
    assert!(lines[1].ends_with("\t盐边县人民政府网站"), "{table}");

    let output = run(&["status", "--as-json", "--database-url", &url]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let counts = found["sites"][0]["counts"].as_object().expect("counts");
    let of_table = lines[1].split('\t').take(6);
    let of_json = [
        "blank",
        "overdue",
        "due_today",
        "due_soon",
        "fresh",
        "no_clock",
    ];
    for (number, key) in of_table.zip(of_json) {
        assert_eq!(counts[key].to_string(), number, "{key}");
    }
}

#[test]
fn openapi_prints_the_document() {
    let output = run(&["openapi"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["info"]["title"], "Lanmu API");
}

/// A server in a process of its own, killed when the test ends too early.
struct Served {
    child: Child,
    base: String,
    said: String,
    // Kept open: a server that cannot say its last line would stop.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Served {
    fn start(data: &Path, more: &[&str]) -> Self {
        let data = data.display().to_string();
        let arguments = [&["serve", "--listen", "127.0.0.1:0", "--data", &data], more].concat();
        let mut child = lanmu(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the executable runs");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut said = String::new();
        let base = loop {
            let line = lines
                .next()
                .expect("the server says where it is")
                .expect("text");
            if let Some(base) = line.strip_prefix("地址 ") {
                break base.to_owned();
            }
            said.push_str(&line);
            said.push('\n');
        };
        Self {
            child,
            base,
            said,
            _output: lines,
        }
    }

    fn stop(mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        let told = Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .expect("kill runs");
        assert!(told.success());
        self.child.wait().expect("the server ends").code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn serve_makes_the_site_once_says_how_to_sign_in_and_stops_when_told() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("数据 #1?");
    let accounts = folder.path().join("accounts.json");
    let json = accounts.display().to_string();
    let client = reqwest::Client::builder()
        .cookie_store(true)
        .no_proxy()
        .build()
        .expect("client");

    let first = Served::start(&data, &["--empty", "--accounts-json", &json]);
    let written = std::fs::read(&accounts).expect("the accounts are written");
    let written: serde_json::Value = serde_json::from_slice(&written).expect("JSON");
    let (login, password) = (&written[0]["login"], &written[0]["password"]);
    assert!(
        first.said.contains(login.as_str().expect("text")),
        "{}",
        first.said
    );
    assert!(
        first.said.contains(password.as_str().expect("text")),
        "{}",
        first.said
    );
    let body = serde_json::json!({ "login": login, "password": password });
    send(
        client
            .post(format!("{}/api/v1/session", first.base))
            .json(&body),
    )
    .await
    .ok();
    send(client.get(format!("{}/healthz", first.base)))
        .await
        .ok();
    let taken = first.base.trim_start_matches("http://").to_owned();
    let other = folder.path().join("other").display().to_string();
    let second = run(&["serve", "--listen", &taken, "--data", &other]);
    assert_eq!(second.status.code(), Some(2));
    assert!(
        !Path::new(&other).exists(),
        "no site is made where nobody can be told about it"
    );
    assert_eq!(first.stop(), Some(0));

    let again = Served::start(&data, &["--empty", "--accounts-json", &json]);
    assert_eq!(again.said, "", "passwords are shown once");
    send(client.get(format!("{}/api/v1/session", again.base)))
        .await
        .ok();
    assert_eq!(again.stop(), Some(0));
}

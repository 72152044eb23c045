//! A database for each test: a copy of a template that each run of the tests makes once.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, FixedOffset};
use lanmu_server::bootstrap::{Kind, Table, make_site};
use lanmu_server::clock::Clock;
use lanmu_server::db::{Db, sqlite_url};
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::people;

const POSTGRES: &str = "LANMU_TEST_DATABASE_URL";
const TEMPLATE_PREFIX: &str = "lanmu_template_";

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();
static NUMBER: AtomicU64 = AtomicU64::new(1);

/// Wednesday, 11 March 2026, ten o'clock: a working day in the middle of a week.
pub fn opening() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-11T10:00:00+08:00").expect("a time")
}

/// Whether the tests run on PostgreSQL.
pub fn is_postgres() -> bool {
    std::env::var_os(POSTGRES).is_some()
}

enum Template {
    Sqlite(TempDir),
    Postgres(String),
}

/// A database that goes when it is dropped.
#[derive(Debug)]
pub enum Storage {
    /// A folder with a SQLite file.
    Sqlite(TempDir),
    /// The name of a database on the server of the tests.
    Postgres(String),
}

impl Storage {
    /// A database with the site in it.
    pub async fn with_site() -> Self {
        match TEMPLATE.get_or_init(make_template).await {
            Template::Sqlite(folder) => {
                let copy = TempDir::new().expect("a folder");
                std::fs::copy(file_in(folder), file_in(&copy)).expect("a copy");
                Self::Sqlite(copy)
            }
            Template::Postgres(template) => Self::create(Some(template)).await,
        }
    }

    /// A database with nothing in it.
    pub async fn empty() -> Self {
        if is_postgres() {
            Self::create(None).await
        } else {
            Self::Sqlite(TempDir::new().expect("a folder"))
        }
    }

    /// The address of the database.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(folder) => sqlite_url(folder.path()),
            Self::Postgres(name) => address_of(name),
        }
    }

    async fn create(template: Option<&str>) -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("lanmu_test_{}_{number}", std::process::id());
        let like = template
            .map(|template| format!(" TEMPLATE {template}"))
            .unwrap_or_default();
        administrate(&format!("CREATE DATABASE {name}{like}")).await;
        Self::Postgres(name)
    }
}

impl Drop for Storage {
    fn drop(&mut self) {
        let Self::Postgres(name) = self else { return };
        let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        // Dropping happens on a thread of the test's runtime, where nothing may block.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime
                .expect("a runtime")
                .block_on(administrate(&statement));
        });
        if dropped.join().is_err() {
            eprintln!("a test database was left behind");
        }
    }
}

async fn make_template() -> Template {
    let template = if is_postgres() {
        drop_old_templates().await;
        let name = format!("{TEMPLATE_PREFIX}{}", std::process::id());
        administrate(&format!("CREATE DATABASE {name}")).await;
        Template::Postgres(name)
    } else {
        Template::Sqlite(TempDir::new().expect("a folder"))
    };
    let url = match &template {
        Template::Sqlite(folder) => sqlite_url(folder.path()),
        Template::Postgres(name) => address_of(name),
    };
    let db = Db::open(&url).await.expect("the template opens");
    let state = AppState::new(db, Clock::fixed(opening()), Settings::default());
    let write = make_site(&state, Kind::Empty, &Table::Shipped)
        .await
        .expect("the site is made");
    write
        .expect("there was none before")
        .finish()
        .await
        .expect("the site is stored");
    let connection = state.db.conn();
    people::staff(connection, opening().to_utc()).await;
    if !is_postgres() {
        // A copy of the file alone must have everything.
        connection
            .execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)")
            .await
            .expect("a file");
    }
    connection
        .clone()
        .close()
        .await
        .expect("the template closes");
    template
}

/// Nothing runs at the end of all tests: what earlier runs left goes at the beginning of the next.
async fn drop_old_templates() {
    let server: DatabaseConnection = Database::connect(server_address())
        .await
        .expect("PostgreSQL answers");
    let question = format!(
        "SELECT datname::text AS name FROM pg_database WHERE datname LIKE '{TEMPLATE_PREFIX}%'"
    );
    let question = Statement::from_string(server.get_database_backend(), question);
    for row in server.query_all_raw(question).await.expect("databases") {
        let name: String = row.try_get("", "name").expect("a name");
        let process = name.trim_start_matches(TEMPLATE_PREFIX);
        if !Path::new("/proc").join(process).exists() {
            let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            server
                .execute_unprepared(&statement)
                .await
                .expect("an old template goes");
        }
    }
    server.close().await.expect("the connection closes");
}

fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("lanmu.sqlite")
}

fn server_address() -> String {
    std::env::var(POSTGRES).expect("the address of a PostgreSQL")
}

fn address_of(name: &str) -> String {
    let address = server_address();
    let (server, _) = address
        .rsplit_once('/')
        .expect("an address ends with a database");
    format!("{server}/{name}")
}

async fn administrate(statement: &str) {
    let server: DatabaseConnection = Database::connect(server_address())
        .await
        .expect("PostgreSQL answers");
    server.execute_unprepared(statement).await.expect(statement);
    server.close().await.expect("the connection closes");
}

//! The first start: the site from the table, accounts, and no password anywhere.

use std::collections::BTreeSet;

use lanmu_api::path;
use lanmu_api::session::SessionView;
use lanmu_api::site::SiteView;
use lanmu_server::bootstrap::{Account, Kind, Table, first_start, write_accounts};
use lanmu_server::clock::Clock;
use lanmu_server::db::Db;
use lanmu_server::entity::{
    department, duty, duty_tenure, ledger_line, matrix_version, person, site,
};
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use sea_orm::{
    DatabaseConnection, DbBackend, EntityTrait, FromQueryResult, PaginatorTrait, Statement,
};
use serde_json::json;

use crate::support::{Storage, TestServer, opening};

#[tokio::test]
async fn the_demonstration_is_the_countys_own_table() {
    let (server, accounts) = TestServer::first(Kind::Demonstration).await;
    let db = server.state.db.conn();
    assert_eq!(department::Entity::find().count(db).await.unwrap(), 53);
    let duties = duty::Entity::find().all(db).await.unwrap();
    assert_eq!(duties.len(), 642);
    let rows: BTreeSet<i32> = duties.iter().map(|duty| duty.annex_row).collect();
    assert_eq!(rows, (1..=169).collect());
    assert!(
        duties
            .iter()
            .all(|duty| duty.rules.is_object() || duty.rules.is_array())
    );
    let owned: BTreeSet<i64> = duty_tenure::Entity::find()
        .all(db)
        .await
        .unwrap()
        .iter()
        .map(|o| o.department_id)
        .collect();
    assert!(
        owned.len() > 43,
        "only {} departments answer for a column",
        owned.len()
    );
    assert_eq!(matrix_version::Entity::find().count(db).await.unwrap(), 1);

    let view: SiteView = server.anonymous().get(path::SITE).await.body();
    assert!(view.demonstration);
    let departments: BTreeSet<&str> = accounts
        .iter()
        .map(|account| account.department.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(departments.len(), 6);
    assert_eq!(accounts.len(), 6 * 3 + 4);
}

#[tokio::test]
async fn everybody_of_the_demonstration_can_sign_in_and_begin() {
    let (server, accounts) = TestServer::first(Kind::Demonstration).await;
    for account in &accounts {
        let somebody = server.anonymous();
        let view: SessionView = somebody
            .sign_in(&account.login, &account.password)
            .await
            .body();
        assert!(!view.must_change_password, "{}", account.login);
        assert_eq!(view.name, account.name);
        assert_eq!(view.posts.len(), 1, "{}", account.login);
        assert_eq!(view.posts[0].department_name, account.department);
        assert_eq!(view.posts[0].post.role.label(), account.post);
        assert!(!view.permissions.is_empty(), "{}", account.login);
    }
}

#[tokio::test]
async fn a_site_for_real_use_asks_for_new_passwords() {
    let (server, accounts) = TestServer::first(Kind::Empty).await;
    let view: SiteView = server.anonymous().get(path::SITE).await.body();
    assert!(!view.demonstration);
    let posts: BTreeSet<&str> = accounts
        .iter()
        .map(|account| account.post.as_str())
        .collect();
    assert_eq!((accounts.len(), posts.len()), (4, 4), "{posts:?}");
    for account in &accounts {
        let somebody = server.anonymous();
        let view: SessionView = somebody
            .sign_in(&account.login, &account.password)
            .await
            .body();
        assert!(view.must_change_password && view.posts[0].department_name.is_empty());
        let blocked = somebody.get(path::MATRIX).await;
        assert_eq!(
            blocked.code(403),
            "password_change_required",
            "{}",
            account.login
        );
        let reused = json!({ "current": account.password, "new": account.password });
        let reply = somebody.post(path::SESSION_PASSWORD, &reused).await;
        assert_eq!(reply.fields(), ["new"], "{}", account.login);
    }
}

#[tokio::test]
async fn a_second_start_does_nothing() {
    for kind in [Kind::Demonstration, Kind::Empty] {
        let (server, accounts) = TestServer::first(kind).await;
        let before = counts(server.state.db.conn()).await;
        for again in [Kind::Demonstration, Kind::Empty] {
            let nothing = first_start(&server.state, again, &Table::Shipped)
                .await
                .unwrap();
            assert!(nothing.is_none(), "{kind:?} then {again:?}");
        }
        assert_eq!(counts(server.state.db.conn()).await, before);
        let Account {
            login, password, ..
        } = &accounts[0];
        server.anonymous().sign_in(login, password).await.ok();
    }
}

#[tokio::test]
async fn passwords_are_good_all_different_and_nowhere_in_clear() {
    let (server, accounts) = TestServer::first(Kind::Demonstration).await;
    let passwords: BTreeSet<&str> = accounts.iter().map(|a| a.password.as_str()).collect();
    assert_eq!(passwords.len(), accounts.len());
    let db = server.state.db.conn();
    let mut searched = 0;
    for table in tables(db).await {
        let text = whole_table(db, &table).await;
        searched += text.len();
        for password in &passwords {
            assert!(!text.contains(password), "{table} has a password in clear");
        }
    }
    let text = whole_table(db, "person").await;
    assert!(
        text.contains(&accounts[0].login) && text.contains("$argon2id$"),
        "nothing was read"
    );
    assert!(
        searched > 100_000,
        "only {searched} characters were searched"
    );
}

#[tokio::test]
async fn the_ledger_begins_with_the_site_and_is_whole() {
    let (server, accounts) = TestServer::first(Kind::Demonstration).await;
    let auditor = accounts
        .iter()
        .find(|account| account.login == "auditor")
        .unwrap();
    let somebody = server.anonymous();
    somebody
        .sign_in(&auditor.login, &auditor.password)
        .await
        .ok();
    let check = somebody.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["intact"], true, "{check}");
    let acts: Vec<String> = ledger_line::Entity::find()
        .all(server.state.db.conn())
        .await
        .unwrap()
        .into_iter()
        .map(|line| line.act)
        .collect();
    assert_eq!(acts[..2], ["site_created", "matrix_imported"]);
    let created = acts.iter().filter(|act| *act == "person_created").count();
    assert_eq!(created, accounts.len());
}

#[tokio::test]
async fn the_accounts_go_into_a_new_file_that_only_its_owner_reads() {
    use std::os::unix::fs::PermissionsExt;

    let (_server, accounts) = TestServer::first(Kind::Empty).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("accounts.json");
    write_accounts(&file, &accounts).unwrap();
    assert_eq!(
        std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let written: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(written[0]["password"], accounts[0].password.as_str());
    assert!(
        write_accounts(&file, &accounts).is_err(),
        "an existing file is not written over"
    );
}

#[tokio::test]
async fn two_first_starts_at_once_make_one_site() {
    let storage = Storage::empty().await;
    let (one, two) = (state_on(&storage).await, state_on(&storage).await);
    let made = tokio::join!(
        first_start(&one, Kind::Empty, &Table::Shipped),
        first_start(&two, Kind::Empty, &Table::Shipped)
    );
    let made = [made.0.unwrap(), made.1.unwrap()];
    assert_eq!(made.iter().filter(|accounts| accounts.is_some()).count(), 1);
    assert_eq!(site::Entity::find().count(one.db.conn()).await.unwrap(), 1);
}

async fn state_on(storage: &Storage) -> AppState {
    let db = Db::open(&storage.url()).await.unwrap();
    AppState::new(db, Clock::fixed(opening()), Settings::default())
}

async fn counts(db: &DatabaseConnection) -> Vec<u64> {
    vec![
        site::Entity::find().count(db).await.unwrap(),
        person::Entity::find().count(db).await.unwrap(),
        duty::Entity::find().count(db).await.unwrap(),
        ledger_line::Entity::find().count(db).await.unwrap(),
    ]
}

#[derive(FromQueryResult)]
struct Text {
    text: String,
}

async fn texts(db: &DatabaseConnection, statement: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), statement);
    let rows = Text::find_by_statement(statement).all(db).await.unwrap();
    rows.into_iter().map(|row| row.text).collect()
}

async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let statement = match db.get_database_backend() {
        DbBackend::Sqlite => "SELECT name AS text FROM sqlite_master WHERE type = 'table'",
        _ => "SELECT tablename::text AS text FROM pg_tables WHERE schemaname = 'public'",
    };
    texts(db, statement).await
}

/// Everything in a table, as one text.
async fn whole_table(db: &DatabaseConnection, table: &str) -> String {
    let statement = match db.get_database_backend() {
        DbBackend::Sqlite => {
            let names = format!("SELECT name AS text FROM pragma_table_info('{table}')");
            let columns = texts(db, &names).await;
            let cells = columns
                .iter()
                .map(|name| format!("coalesce(\"{name}\", '')"));
            let row = cells.collect::<Vec<_>>().join(" || ' ' || ");
            format!("SELECT CAST({row} AS TEXT) AS text FROM \"{table}\"")
        }
        _ => format!("SELECT t::text AS text FROM \"{table}\" t"),
    };
    texts(db, &statement).await.join("\n")
}

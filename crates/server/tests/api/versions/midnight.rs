//! Several servers over one database cross the day of a version at once: it is done once.

use chrono::Duration;
use lanmu_api::path;
use lanmu_server::clock::Clock;
use lanmu_server::db::Db;
use lanmu_server::entity::{ledger_line, matrix_version};
use lanmu_server::router::router;
use lanmu_server::service::versions::activate;
use lanmu_server::settings::Settings;
use lanmu_server::state::AppState;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use super::{column, drafted, id, put};
use crate::county::Person;
use crate::support::{Actor, PASSWORD, TestServer, opening};

const TOMORROW: &str = "2026-03-12";
/// From the opening at ten o'clock to shortly before midnight, and over it.
const EVENING: Duration = Duration::minutes(13 * 60 + 55);
const OVER: Duration = Duration::minutes(10);

/// Another server over the same database, with a clock of its own.
async fn beside(first: &TestServer) -> (AppState, String) {
    let db = Db::connect(&first.database_url()).await.expect("it opens");
    let state = AppState::new(db, Clock::fixed(opening()), Settings::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let service = router(state.clone());
    tokio::spawn(async move { axum::serve(listener, service).await });
    (state, base)
}

/// A version for tomorrow, planned at the first server.
async fn planned(first: &TestServer) {
    let coordinator = Person(first.coordinator().await);
    let market = column(&coordinator, &["三农服务", "市场信息"]).await;
    let rename = json!({"kind": "rename_column", "column": id(market), "name": "市场行情"});
    let view = drafted(&coordinator, TOMORROW, &[rename]).await;
    assert_eq!(put(&coordinator, &view).await["state"], "planned");
}

async fn in_force(state: &AppState) -> (u64, u64) {
    let lines = ledger_line::Entity::find()
        .filter(ledger_line::Column::Act.eq("matrix_in_force"))
        .count(state.db.conn())
        .await
        .expect("lines");
    let versions = matrix_version::Entity::find()
        .filter(matrix_version::Column::Number.eq(2))
        .filter(matrix_version::Column::State.eq("in_force"))
        .count(state.db.conn())
        .await
        .expect("versions");
    (lines, versions)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_requests_of_the_day_at_two_servers_make_it_once() {
    let first = TestServer::start().await;
    let (second, base) = beside(&first).await;
    planned(&first).await;
    first.advance(EVENING);
    second.clock.advance(EVENING);
    let here = first.coordinator().await;
    let there = Actor::new(&base);
    assert_eq!(there.sign_in(&here.login, PASSWORD).await.status, 200);
    let before = there.get(path::MATRIX).await.ok();
    assert!(!before.text.contains("市场行情"));
    first.advance(OVER);
    second.clock.advance(OVER);
    let (one, two, three, four) = tokio::join!(
        here.get(path::MATRIX),
        there.get(path::MATRIX),
        here.get(path::TODAY),
        there.get(path::MATRIX),
    );
    assert_eq!(three.status, 200, "{}", three.text);
    for matrix in [one, two, four] {
        let matrix = matrix.ok();
        assert_eq!(matrix.json["version"]["number"], 2);
        assert!(matrix.text.contains("市场行情"), "the new name");
    }
    assert_eq!(in_force(&second).await, (1, 1));
    let auditor = first.audit_administrator().await;
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok();
    assert_eq!(check.json["intact"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_once_one_does_it() {
    let first = TestServer::start().await;
    let (second, _) = beside(&first).await;
    planned(&first).await;
    first.advance(Duration::days(1));
    second.clock.advance(Duration::days(1));
    let tasks: Vec<_> = (0..8)
        .map(|at| {
            let state = if at % 2 == 0 { &first.state } else { &second };
            let state = state.clone();
            tokio::spawn(async move { activate(&state).await.is_ok() })
        })
        .collect();
    for task in tasks {
        assert!(task.await.expect("it ends"), "nobody fails for another");
    }
    assert_eq!(in_force(&first.state).await, (1, 1));
    let auditor = first.audit_administrator().await;
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok();
    assert_eq!(check.json["intact"], true);
}

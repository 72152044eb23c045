//! The schema goes up and down.

use lanmu_server::db::Db;
use lanmu_server::migration::Migrator;
use lanmu_server::service::freshness::work_calendar;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sea_orm_migration::MigratorTrait;

use crate::support::Storage;

async fn tables(db: &Db) -> Vec<String> {
    let connection = db.conn();
    let question = match connection.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name::text AS name FROM information_schema.tables \
             WHERE table_schema = 'public' ORDER BY 1"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
    };
    let statement = Statement::from_string(connection.get_database_backend(), question);
    let rows = connection.query_all_raw(statement).await.expect("tables");
    rows.iter()
        .map(|row| row.try_get::<String>("", "name").expect("a name"))
        .filter(|name| !name.starts_with("sqlite_") && name != "seaql_migrations")
        .collect()
}

#[tokio::test]
async fn every_step_goes_up_down_and_up_again() {
    let storage = Storage::empty().await;
    let db = Db::open(&storage.url()).await.expect("the database opens");
    let all = tables(&db).await;
    assert!(all.len() > 20, "{all:?}");

    let steps = Migrator::migrations().len();
    for left in (0..steps).rev() {
        Migrator::down(db.conn(), Some(1))
            .await
            .expect("a step down");
        let applied = Migrator::get_applied_migrations(db.conn())
            .await
            .expect("steps");
        assert_eq!(applied.len(), left);
    }
    assert_eq!(tables(&db).await, Vec::<String>::new());

    Migrator::up(db.conn(), None).await.expect("all steps up");
    assert_eq!(tables(&db).await, all);
    db.close().await.expect("the connections close");
}

/// Steps after which the working-day calendar has a history.
const WITH_HISTORY: usize = 7;

#[tokio::test]
async fn the_calendar_keeps_its_years_on_the_way_to_a_history_and_back() {
    let storage = Storage::with_site().await;
    let db = Db::connect(&storage.url())
        .await
        .expect("the database opens");
    let before = work_calendar(db.conn(), 1, None).await.expect("a calendar");
    assert!(before.is_announced(2026) && !before.is_announced(2027));

    let steps = Migrator::migrations().len() + 1 - WITH_HISTORY;
    let steps = u32::try_from(steps).expect("few steps");
    Migrator::down(db.conn(), Some(steps))
        .await
        .expect("down to before the history");
    assert!(tables(&db).await.contains(&"holiday_year".to_owned()));
    Migrator::up(db.conn(), None).await.expect("all steps up");
    let after = work_calendar(db.conn(), 1, None).await.expect("a calendar");
    assert_eq!(after, before);
    db.close().await.expect("the connections close");
}

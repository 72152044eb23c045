//! The chain of the ledger: whatever is altered past the interface is found and named.

use std::process::{Command, Output};

use chrono::Duration;
use lanmu_api::path;
use lanmu_server::entity::{ledger_head, ledger_line};
use lanmu_server::ledger;
use rstest::rstest;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::Value;

use crate::support::{PASSWORD, TestServer};

/// A server on which some people have acted.
async fn with_acts() -> TestServer {
    let server = TestServer::start().await;
    for department in ["县财政局", "县农业农村局"] {
        for person in [
            server.officer(department).await,
            server.leader(department).await,
        ] {
            server.advance(Duration::seconds(7));
            person.sign_in(&person.login, PASSWORD).await.ok();
        }
    }
    server
}

async fn lines(db: &DatabaseConnection) -> Vec<ledger_line::Model> {
    let lines = ledger_line::Entity::find().order_by_asc(ledger_line::Column::Sequence);
    lines.all(db).await.unwrap()
}

async fn alter(
    db: &DatabaseConnection,
    sequence: i64,
    column: ledger_line::Column,
    to: SimpleExpr,
) {
    let altered = ledger_line::Entity::update_many()
        .col_expr(column, to)
        .filter(ledger_line::Column::Sequence.eq(sequence))
        .exec(db)
        .await
        .unwrap();
    assert_eq!(altered.rows_affected, 1);
}

async fn delete(db: &DatabaseConnection, sequence: i64) {
    let line = ledger_line::Entity::delete_many();
    let gone = line
        .filter(ledger_line::Column::Sequence.eq(sequence))
        .exec(db)
        .await
        .unwrap();
    assert_eq!(gone.rows_affected, 1);
}

/// What the check says through the interface; the library must say the same.
async fn checked(server: &TestServer) -> Value {
    // Signing in appends a line, which is checked like the others.
    let auditor = server.audit_administrator().await;
    let said = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    let db = server.state.db.conn();
    let site_id = lines(db).await[0].site_id;
    let found = ledger::verify(db, site_id).await.unwrap();
    assert_eq!(said, serde_json::to_value(found).unwrap());
    said
}

#[tokio::test]
async fn what_was_appended_is_whole() {
    let server = with_acts().await;
    let check = checked(&server).await;
    let lines = lines(server.state.db.conn()).await;
    assert!(lines.len() > 8);
    assert_eq!(check["intact"], true, "{check}");
    assert_eq!(check["lines"], lines.len());
    assert_eq!(check["last_hash"], lines[lines.len() - 1].hash.as_str());
    assert!(check["first_altered"].is_null() && check["problem"].is_null());
    let sequences: Vec<i64> = lines.iter().map(|line| line.sequence).collect();
    assert_eq!(sequences, (1..).take(lines.len()).collect::<Vec<i64>>());
    assert!(
        lines
            .windows(2)
            .all(|pair| pair[1].previous_hash == pair[0].hash)
    );
}

#[rstest]
#[case::act(ledger_line::Column::Act, Expr::value("signed_out"))]
#[case::an_act_that_is_none(ledger_line::Column::Act, Expr::value("eaten"))]
#[case::person(ledger_line::Column::PersonId, Expr::value(1_000_000))]
#[case::nobody(ledger_line::Column::PersonId, Expr::value(Option::<i64>::None))]
#[case::name(ledger_line::Column::PersonName, Expr::value("别人"))]
#[case::post(ledger_line::Column::Post, Expr::value("局长"))]
#[case::department(ledger_line::Column::DepartmentId, Expr::value(1))]
#[case::department_name(ledger_line::Column::DepartmentName, Expr::value("县财政局"))]
#[case::column(ledger_line::Column::ColumnPath, Expr::value("三农服务"))]
#[case::article(ledger_line::Column::ArticleId, Expr::value(1))]
#[case::subject(ledger_line::Column::Subject, Expr::value("别的"))]
#[case::revision(ledger_line::Column::Revision, Expr::value("00"))]
#[case::note(ledger_line::Column::Note, Expr::value(" "))]
#[case::own_hash(ledger_line::Column::Hash, Expr::value("0".repeat(64)))]
#[case::hash_before(ledger_line::Column::PreviousHash, Expr::value("0".repeat(64)))]
#[tokio::test]
async fn an_altered_line_is_named(#[case] column: ledger_line::Column, #[case] to: SimpleExpr) {
    let server = with_acts().await;
    let db = server.state.db.conn();
    // A sign-in in the middle: neither the first line nor the last.
    let sequence = lines(db).await[4].sequence;
    alter(db, sequence, column, to).await;
    let check = checked(&server).await;
    assert_eq!(check["intact"], false, "{column:?}");
    assert_eq!(check["first_altered"], sequence, "{check}");
    let problem = check["problem"].as_str().unwrap();
    assert!(problem.contains(&format!("第 {sequence} 条")), "{problem}");
}

#[tokio::test]
async fn an_altered_time_is_named() {
    let server = with_acts().await;
    let db = server.state.db.conn();
    let line = lines(db).await.swap_remove(4);
    let at = Expr::value(line.at - Duration::milliseconds(1));
    alter(db, line.sequence, ledger_line::Column::At, at).await;
    assert_eq!(checked(&server).await["first_altered"], line.sequence);
}

#[tokio::test]
async fn a_line_rewritten_with_a_fitting_hash_is_named() {
    let server = with_acts().await;
    let db = server.state.db.conn();
    let mut line = lines(db).await.swap_remove(4);
    line.person_name = "别人".to_owned();
    let sequence = line.sequence;
    let previous = line.previous_hash.clone();
    let hash = ledger::line_of(line).unwrap().hash(&previous);
    alter(
        db,
        sequence,
        ledger_line::Column::PersonName,
        Expr::value("别人"),
    )
    .await;
    alter(db, sequence, ledger_line::Column::Hash, Expr::value(hash)).await;
    let check = checked(&server).await;
    assert_eq!(check["intact"], false, "{check}");
    assert_eq!(check["first_altered"], sequence);
}

#[tokio::test]
async fn of_several_altered_lines_the_first_is_named() {
    let server = with_acts().await;
    let db = server.state.db.conn();
    for sequence in [7, 3, 5] {
        alter(db, sequence, ledger_line::Column::Note, Expr::value("改写")).await;
    }
    assert_eq!(checked(&server).await["first_altered"], 3);
}

#[tokio::test]
async fn a_deleted_line_is_named_also_the_first() {
    for sequence in [1, 4] {
        let server = with_acts().await;
        delete(server.state.db.conn(), sequence).await;
        let check = checked(&server).await;
        assert_eq!(check["intact"], false, "{check}");
        assert_eq!(check["first_altered"], sequence);
    }
}

#[tokio::test]
async fn a_tail_that_was_cut_off_is_named() {
    let server = with_acts().await;
    let auditor = server.audit_administrator().await;
    let db = server.state.db.conn();
    let last = lines(db).await.pop().unwrap().sequence;
    delete(db, last).await;
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["intact"], false, "{check}");
    assert_eq!(check["first_altered"], last);
    delete(db, last - 1).await;
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["first_altered"], last - 1);
}

#[tokio::test]
async fn a_head_that_names_another_hash_is_found() {
    let server = with_acts().await;
    let auditor = server.audit_administrator().await;
    let db = server.state.db.conn();
    let last = lines(db).await.pop().unwrap();
    let back = ledger_head::Entity::update_many()
        .col_expr(ledger_head::Column::Hash, Expr::value("0".repeat(64)));
    back.exec(db).await.unwrap();
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["first_altered"], last.sequence, "{check}");
}

#[tokio::test]
async fn a_line_put_behind_the_head_is_named() {
    let server = with_acts().await;
    let auditor = server.audit_administrator().await;
    let db = server.state.db.conn();
    let mut line = lines(db).await.pop().unwrap();
    let previous = line.hash.clone();
    line.sequence += 1;
    line.previous_hash = previous.clone();
    line.hash = ledger::line_of(line.clone()).unwrap().hash(&previous);
    let sequence = line.sequence;
    let row: ledger_line::ActiveModel = line.into();
    ledger_line::Entity::insert(row.reset_all())
        .exec_without_returning(db)
        .await
        .unwrap();
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["intact"], false, "{check}");
    assert_eq!(check["first_altered"], sequence);
}

#[tokio::test]
async fn a_ledger_without_its_head_is_not_whole() {
    let server = with_acts().await;
    let auditor = server.audit_administrator().await;
    ledger_head::Entity::delete_many()
        .exec(server.state.db.conn())
        .await
        .unwrap();
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["intact"], false, "{check}");
}

#[tokio::test]
async fn the_same_acts_of_another_line_do_not_fit_here() {
    let server = with_acts().await;
    let db = server.state.db.conn();
    let all = lines(db).await;
    // Two lines change places, each with its own hash.
    for (here, there) in [(&all[4], &all[5]), (&all[5], &all[4])] {
        for (column, to) in [
            (ledger_line::Column::PersonName, &there.person_name),
            (ledger_line::Column::Hash, &there.hash),
        ] {
            alter(db, here.sequence, column, Expr::value(to.as_str())).await;
        }
    }
    assert_eq!(checked(&server).await["first_altered"], all[4].sequence);
}

#[tokio::test]
async fn many_who_write_at_once_leave_one_chain() {
    let server = TestServer::start().await;
    let auditor = server.audit_administrator().await;
    let officer = server.officer("县财政局").await;
    let db = server.state.db.conn();
    let before = lines(db).await.len();
    let writes = (0..24).map(|_| {
        let (anonymous, login) = (server.anonymous(), officer.login.clone());
        tokio::spawn(async move { anonymous.sign_in(&login, PASSWORD).await.ok() })
    });
    for write in writes.collect::<Vec<_>>() {
        write.await.unwrap();
    }
    let check = auditor.get(path::LEDGER_VERIFICATION).await.ok().json;
    assert_eq!(check["intact"], true, "{check}");
    assert_eq!(lines(db).await.len(), before + 24);
}

/// `lanmu-server ledger verify` on the database of the server.
async fn executable(server: &TestServer) -> Output {
    let url = server.database_url();
    let run = move || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lanmu-server"));
        command.args(["ledger", "verify"]).env_remove("LANMU_DATA");
        match url.strip_prefix("sqlite://") {
            Some(file) => {
                let file = file.split('?').next().unwrap();
                let folder = std::path::Path::new(file).parent().unwrap();
                command
                    .env_remove("LANMU_DATABASE_URL")
                    .arg("--data")
                    .arg(folder)
            }
            None => command.arg("--database-url").arg(&url),
        };
        command.output().unwrap()
    };
    tokio::task::spawn_blocking(run).await.unwrap()
}

#[tokio::test]
async fn the_executable_passes_a_whole_ledger_and_names_the_altered_line() {
    let server = with_acts().await;
    let whole = executable(&server).await;
    let said = String::from_utf8_lossy(&whole.stdout).into_owned();
    assert_eq!(whole.status.code(), Some(0), "{said}");
    let db = server.state.db.conn();
    let last = lines(db).await.pop().unwrap();
    assert!(
        said.contains(&last.hash) && said.contains(&last.sequence.to_string()),
        "{said}"
    );

    alter(db, 4, ledger_line::Column::Note, Expr::value("改写")).await;
    let altered = executable(&server).await;
    let said = String::from_utf8_lossy(&altered.stdout).into_owned();
    assert_eq!(altered.status.code(), Some(1), "{said}");
    assert!(said.contains("第 4 条"), "{said}");
}

#[tokio::test]
async fn checking_alters_nothing() {
    let server = with_acts().await;
    let db = server.state.db.conn();
    let before = lines(db).await;
    executable(&server).await;
    assert_eq!(lines(db).await, before);
}

#[tokio::test]
async fn what_cannot_be_checked_is_neither_whole_nor_altered() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("nothing-here");
    let run = move || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lanmu-server"));
        command
            .env_remove("LANMU_DATABASE_URL")
            .args(["ledger", "verify", "--data"])
            .arg(data);
        command.output().unwrap()
    };
    let output = tokio::task::spawn_blocking(run).await.unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(!output.stderr.is_empty());
}

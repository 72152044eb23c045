//! A ledger of a million lines in one SQLite file: pages, filters and the check of the chain:
//! `cargo bench -p lanmu-server --bench ledger`. Figures: docs/BENCHMARKS.md. The file is kept in
//! the target folder for the next run; `LANMU_BENCH_LINES` makes another number of lines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench, nobody's interface"
)]

mod seed;
#[path = "../shared/mod.rs"]
mod shared;

use std::time::{Duration, Instant};

use lanmu_api::ledger::LedgerQuery;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::review::Stage;
use lanmu_server::db::{Db, sqlite_url};
use lanmu_server::ledger::{page, verify};
use shared::{milliseconds, target};

const LINES: i64 = 1_000_000;
const ROUNDS: usize = 5;
const PAGE: u64 = 50;
/// The site of the bench.
const SITE: i64 = 1;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let asked = std::env::var("LANMU_BENCH_LINES").ok();
    let lines = asked.map_or(Ok(LINES), |asked| asked.parse())?;
    let folder = target()?.join(format!("bench-ledger/{lines}"));
    if !folder.join("ready").exists() {
        println!("making {lines} lines in {} …", folder.display());
        seed::database(&folder, lines).await?;
    }
    let db = Db::open(&sqlite_url(&folder)).await?;
    let none = LedgerQuery::default;
    let day = |text: &str| text.parse().ok();
    let words = |q: &str| LedgerQuery {
        q: Some(q.to_owned()),
        ..none()
    };
    let asked: [(&str, LedgerQuery, Option<i64>); 11] = [
        ("first page", none(), None),
        ("middle page", none(), Some(lines / 2)),
        ("last page", none(), Some(30)),
        (
            "act",
            LedgerQuery {
                act: Some(LedgerAct::ReleaseApproved),
                ..none()
            },
            None,
        ),
        (
            "rare act",
            LedgerQuery {
                act: Some(LedgerAct::Withdrawn),
                ..none()
            },
            None,
        ),
        (
            "stage",
            LedgerQuery {
                stage: Some(Stage::Section),
                ..none()
            },
            None,
        ),
        (
            "department",
            LedgerQuery {
                department_id: Some(7),
                ..none()
            },
            None,
        ),
        (
            "article",
            LedgerQuery {
                article_id: Some(4_321),
                ..none()
            },
            None,
        ),
        (
            "a month",
            LedgerQuery {
                from: day("2020-03-01"),
                to: day("2020-03-31"),
                ..none()
            },
            None,
        ),
        ("frequent words", words("通知"), None),
        ("words found once", words("第 123456 号事项"), None),
    ];
    for (name, query, after) in asked {
        let departments = query.department_id.map(|id| vec![id]);
        let mut taken = Vec::new();
        let mut found = 0;
        for _ in 0..ROUNDS {
            let started = Instant::now();
            let page = page(
                db.conn(),
                SITE,
                &query,
                departments.as_deref(),
                (after, PAGE),
            )
            .await?;
            taken.push(started.elapsed());
            found = page.items.len();
        }
        anyhow::ensure!(found > 0, "{name}: nothing found");
        say(name, &mut taken, &format!("{found} lines"));
    }
    let started = Instant::now();
    let checked = verify(db.conn(), SITE).await?;
    anyhow::ensure!(
        checked.intact && checked.lines >= lines,
        "{:?}",
        checked.problem
    );
    say("check of the chain", &mut [started.elapsed()], "once");
    db.close().await?;
    Ok(())
}

fn say(name: &str, taken: &mut [Duration], what: &str) {
    taken.sort_unstable();
    let median = milliseconds(taken[taken.len() / 2]);
    println!(
        "ledger/{name}: min {}, median {median}, {what}",
        milliseconds(taken[0])
    );
}

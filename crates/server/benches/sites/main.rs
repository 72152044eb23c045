//! The statuses of two hundred counties with ten years of publications each, in one SQLite file:
//! `cargo bench -p lanmu-server --bench sites`. Figures and goal: docs/BENCHMARKS.md. The file is
//! kept in the target folder for the next run; `LANMU_BENCH_SITES` makes another number of sites.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench, nobody's interface"
)]

#[path = "../../../domain/benches/freshness/county.rs"]
#[allow(
    dead_code,
    clippy::cast_possible_wrap,
    reason = "shared with the domain's bench"
)]
mod county;
mod seed;
#[path = "../shared/mod.rs"]
mod shared;

use std::time::Instant;

use anyhow::Context as _;
use lanmu_server::db::{Db, sqlite_url};
use lanmu_server::service::freshness::sweep::sweep;
use shared::{milliseconds, target};

/// Duties of a large county.
const DUTIES: usize = 700;
const SITES: usize = 200;
const ROUNDS: usize = 5;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let asked = std::env::var("LANMU_BENCH_SITES").ok();
    let sites = asked.map_or(Ok(SITES), |asked| asked.parse())?;
    let folder = target()?.join(format!("bench-sites/{sites}x{DUTIES}"));
    let today = county::County::new(DUTIES).today;
    if !folder.join("ready").exists() {
        println!("making {sites} sites in {} …", folder.display());
        seed::database(&folder, &county::County::new(DUTIES), sites).await?;
    }
    let db = Db::open(&sqlite_url(&folder)).await?;
    // The peak so far is that of making the past.
    std::fs::write("/proc/self/clear_refs", "5")?;
    let mut taken = Vec::new();
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let counted = sweep(db.conn(), today).await?;
        taken.push(started.elapsed());
        let all = counted.iter().flat_map(|site| &site.counts);
        let obligations: u64 = all.map(|counts| counts.count).sum();
        anyhow::ensure!(counted.len() == sites, "{} sites", counted.len());
        anyhow::ensure!(obligations >= (sites * DUTIES) as u64, "{obligations}");
    }
    taken.sort_unstable();
    println!(
        "sites/sweep {sites} sites: min {}, median {}, peak {} resident",
        milliseconds(taken[0]),
        milliseconds(taken[ROUNDS / 2]),
        peak()?
    );
    db.close().await?;
    Ok(())
}

/// The greatest resident size since it was reset, as Linux tells it.
fn peak() -> anyhow::Result<String> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: u64 = line
        .context("VmHWM")?
        .trim()
        .trim_end_matches(" kB")
        .parse()?;
    Ok(format!("{} MB", kilobytes / 1024))
}

//! Seed only, for now.
#[path = "../../../domain/benches/freshness/county.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::cast_possible_wrap)]
mod county;
mod seed;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let county = county::County::new(700);
    let target = std::path::PathBuf::from(
        std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".into()),
    );
    let sites = std::env::var("LANMU_BENCH_SITES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(200);
    let started = std::time::Instant::now();
    let folder = seed::database(&target, &county, sites).await?;
    println!("{} {:?}", folder.display(), started.elapsed());
    Ok(())
}

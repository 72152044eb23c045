//! Measured with criterion.

use std::hint::black_box;

use criterion::Criterion;

use super::county::County;

pub fn run(county: &County) {
    println!(
        "{} duties, {} of them with events, {} publications, {} events, {} obligations",
        county.duties.len(),
        county
            .duties
            .iter()
            .filter(|d| !d.events.is_empty())
            .count(),
        county.publications(),
        county.events(),
        county.assess().len()
    );
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("freshness");
    group.bench_function("assess", |bench| bench.iter(|| black_box(county).assess()));
    group.bench_function("judge", |bench| bench.iter(|| black_box(county).judge()));
    group.finish();
    criterion.final_summary();
}

//! Measured with criterion.

use std::hint::black_box;

use criterion::Criterion;

use super::county::County;

pub fn run(county: &County) {
    let duties = &county.duties;
    println!(
        "{} duties, {} of them with events, {} publications, {} events, {} obligations",
        duties.len(),
        duties.iter().filter(|d| !d.events.is_empty()).count(),
        duties.iter().map(|d| d.publications.len()).sum::<usize>(),
        duties.iter().map(|d| d.events.len()).sum::<usize>(),
        county.assess().len()
    );
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("freshness");
    group.bench_function("assess", |bench| bench.iter(|| black_box(county).assess()));
    group.bench_function("judge", |bench| bench.iter(|| black_box(county).judge()));
    group.finish();
    criterion.final_summary();
}

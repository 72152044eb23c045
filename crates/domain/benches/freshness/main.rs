//! How long it takes to judge a whole county: `cargo bench -p lanmu-domain`, and for wasm
//! `scripts/bench-wasm.sh`. Figures and goals: docs/BENCHMARKS.md.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    clippy::cast_possible_wrap,
    reason = "a bench, nobody's interface"
)]

mod county;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// Duties of a large county.
const DUTIES: usize = 700;

fn main() {
    let county = county::County::new(DUTIES);
    #[cfg(not(target_arch = "wasm32"))]
    native::run(&county);
    #[cfg(target_arch = "wasm32")]
    wasm::run(&county);
}

//! Measured in a JavaScript engine, which has nothing but a clock.

use std::hint::black_box;

use wasm_bindgen::prelude::wasm_bindgen;

use super::county::County;

const WARM_UP: usize = 20;
const ROUNDS: usize = 100;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
    #[wasm_bindgen(js_namespace = console)]
    fn log(text: &str);
}

pub fn run(county: &County) {
    measure("assess", || black_box(county).assess().len());
    measure("judge", || black_box(county).judge().len());
}

fn measure(name: &str, one: impl Fn() -> usize) {
    for _ in 0..WARM_UP {
        black_box(one());
    }
    let mut taken: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = now();
            black_box(one());
            now() - started
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    log(&format!(
        "freshness-wasm/{name} min {:.2} ms, median {:.2} ms",
        taken[0],
        taken[ROUNDS / 2]
    ));
}

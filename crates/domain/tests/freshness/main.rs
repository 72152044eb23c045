//! Freshness, from dated facts to statuses. The expected days are counted by hand from the rules
//! (docs: architecture, "Rules") and the State Council's arrangements, not taken from the code.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod against_model;
mod age;
mod attest;
mod closed;
mod combined;
mod count;
mod days;
mod doubt;
mod elapsed;
mod event;
mod history;
mod in_force;
mod model;
mod model_figures;
mod obligation;
mod owners;
mod parties;
mod properties;
mod support;
mod worlds;

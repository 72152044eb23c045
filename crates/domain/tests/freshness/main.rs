//! Freshness, from dated facts to statuses. The expected days are counted by hand from the rules
//! (docs: architecture, "Rules") and the State Council's arrangements, not taken from the code.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod age;
mod attest;
mod combined;
mod count;
mod doubt;
mod elapsed;
mod event;
mod parties;
mod properties;
mod support;

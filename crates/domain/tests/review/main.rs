//! The three reviews: the closed table, the refusals, what random sequences can never reach, and
//! the hash that an approval names.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod bulk;
mod buttons;
mod content;
mod delegates;
mod document;
mod emergency;
mod findings;
mod properties;
mod refusals;
mod support;
mod table;
mod withheld;
mod words;

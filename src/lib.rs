//! The SPA of Lanmu: contexts and routes at the top, one folder per area below.

pub mod api;
mod app;
pub mod appearance;
pub mod date;
#[allow(unsafe_code, reason = "what the split macro writes")]
mod lazy;
pub mod live;
pub mod month;
pub mod pages;
pub mod session;
mod shell;
pub mod storage;
pub mod ui;

pub use app::mount;

// The unit tests of the parts run where the parts do.
#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

//! Evidence besides publications: trigger events and attestations 核对无变化.

mod attest;
mod check_event;
mod register_event;

pub use attest::attest;
pub use register_event::register_event;

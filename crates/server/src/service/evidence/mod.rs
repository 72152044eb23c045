//! Evidence besides publications: trigger events and attestations 核对无变化.

mod attest;
mod check_event;
mod duplicate;
mod register_event;

pub use attest::attest;
pub use check_event::day_problem;
pub use register_event::register_event;

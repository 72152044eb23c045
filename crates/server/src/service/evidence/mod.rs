//! Evidence besides publications: trigger events and attestations 核对无变化.

mod attest;
mod check_event;
mod decide_attestation;
mod duplicate;
mod register_event;
mod waiting;

pub use attest::attest;
pub use check_event::day_problem;
pub use decide_attestation::decide_attestation;
pub use register_event::register_event;
pub use waiting::{confirmers, waiting};

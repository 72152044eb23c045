//! Passwords: hashing, the policy, and the ones that are made here.

mod generate;
mod hashing;
mod policy;

pub use generate::generate;
pub use hashing::{hash, verify};
pub use policy::{HISTORY, LENGTH_MAX, LENGTH_MIN, policy_problem};

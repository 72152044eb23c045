//! Publications as evidence: what is doubtful about them, and the acts that settle it.

mod correct;
mod doubts;
mod find;
mod judge;
mod rows;
mod table;

pub use correct::correct;
pub use doubts::{Timed, check_year, doubts_of, find_doubts, in_words, of_state, stored};
pub use judge::judge;
pub use rows::{rows, verdict_of};
pub use table::table;

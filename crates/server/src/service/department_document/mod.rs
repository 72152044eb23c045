//! Documents of a department: its 三审 rules, its duty list, the sealed form of a hand-in. A new
//! version goes before the old ones, which stay.

mod file;
mod find;
mod list;

pub use file::{Filing, file, file_scan};
pub use find::find;

pub(crate) use list::{kinds, of_department, of_hand_in};

//! Text that people typed: control characters, length, white space, addresses; days and sizes in
//! words; and the canonical bytes that are hashed.

mod address;
pub mod canonical;
mod clean;
pub mod day;
mod size;

pub use address::{ADDRESS_MAX_CHARS, is_http_address};
pub use clean::{FieldProblem, TextProblem, clean_block, clean_line, is_blank};
pub use size::file_size;

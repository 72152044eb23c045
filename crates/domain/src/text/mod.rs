//! Text that people typed: control characters, length, white space, addresses; and the canonical
//! bytes that are hashed.

mod address;
pub mod canonical;
mod clean;
pub mod day;

pub use address::{ADDRESS_MAX_CHARS, is_http_address};
pub use clean::{FieldProblem, TextProblem, clean_block, clean_line, is_blank};

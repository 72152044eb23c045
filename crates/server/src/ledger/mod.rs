//! The ledger in the database: appending and verifying.

mod append;
mod read;
mod table;
mod verify;

pub use append::append;
pub use read::line_of;
pub use table::{Extract, table};
pub use verify::verify;

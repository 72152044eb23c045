//! The ledger in the database: appending and verifying.

mod append;
mod read;
mod verify;

pub use append::append;
pub use read::line_of;
pub use verify::verify;

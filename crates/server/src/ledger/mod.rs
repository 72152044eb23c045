//! The ledger in the database: appending and verifying.

mod anchor;
mod append;
mod read;
mod record;
mod select;
mod table;
mod verify;

pub use anchor::anchor;
pub use append::append;
pub use read::line_of;
pub use record::{record, record_view};
pub use select::{matching, page};
pub use table::{Extract, table};
pub use verify::verify;

//! The database: connecting, and the one way to write.

mod connect;
mod like;
mod write;

pub use connect::{Db, sqlite_file, sqlite_url};
pub use like::like_pattern;
pub use write::{Begun, LedgerEntry, WriteTx, forget_answers, replayed};

//! Calendar feeds: making, listing, revoking and reading them.
//!
//! The address holds a random token of 256 bits; only its hash is stored. Whoever has the address
//! reads what the person who made it sees at that moment, so that a post that ended takes its
//! feeds along.

mod create;
mod list;
mod read;
mod revoke;
mod token;
mod write;

pub use create::create;
pub use list::list;
pub use read::{Feed, read};
pub use revoke::revoke;
pub use token::Token;

//! 实时更新: people are told within two seconds of what others did, on whichever server.
//!
//! Every act appends a line to the ledger, in its own transaction, so the head of the ledger says
//! whether anything changed, to all servers over one database alike. One task for each site that
//! somebody listens to asks for it and hands the new lines to everybody who listens; each listener
//! passes on what its person may see. See docs/adr/0009.

mod hub;
mod lines;
mod listener;
mod watch;

pub use hub::Live;
pub use lines::{Lines, changes_since, head};
pub use listener::Listener;

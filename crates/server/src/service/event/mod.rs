//! 触发事件: which there are, what they oblige to, and cancelling one.
//!
//! An event has one obligation for each party of each of its duties: each owner where each owes
//! its own, all owners together where they share the duty. How a party stands with it is asked of
//! `lanmu_domain::freshness::event_standing`; here the facts are gathered, each kind in one query.

mod cancel;
mod facts;
mod list;
mod open;
mod parties;
mod preview;
mod select;
mod table;
mod view;

pub use cancel::cancel;
pub use list::{Sought, event, list};
pub use open::open_events;
pub use preview::preview;
pub use table::table;

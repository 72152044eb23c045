//! The rules of content assurance for a government website.
//!
//! Everything that decides something lives here and is pure: no I/O, no clock, the same code in
//! the browser and on the server. `now`, the calendar and the parameters are arguments.

pub mod annex;
pub mod article;
pub mod attachment;
pub mod calendar;
pub mod column;
pub mod delegation;
pub mod diff;
pub mod freshness;
pub mod ledger;
pub mod matrix_change;
pub mod matrix_check;
pub mod parameters;
pub mod permission;
pub mod red_line;
pub mod review;
pub mod role;
pub mod roster;
pub mod rule;
pub mod secrecy;
pub mod text;

//! The lists that a site keeps for the secrecy check: terms to avoid, domains to which links may
//! lead. Nothing is deleted; what is retired no longer counts.

mod domain;
mod list;
mod table;
mod term;

pub use domain::{add_domain, retire_domain};
pub use list::{kept_lists, terms};
pub use table::table;
pub use term::{add_term, change_term, retire_term};

//! 保密预检: what a text should not say in public, found while one types and again on the server.
//!
//! Pure rules over the words of an item. A finding is no proof: somebody fixes it, masks it or says
//! why it stays; until then [`crate::review::decide`] lets nothing pass.

mod address;
mod bank_card;
mod check;
mod email;
mod finding;
mod identity;
mod kind;
mod link;
mod mask;
mod mobile;
mod name_list;
mod numbers;
mod passport;
mod reading;
mod secret_mark;
mod settle;
mod surname;
mod telephone;
mod term;

pub(crate) use mask::masked_text;
pub(crate) use mobile::is_mobile as is_mobile_number;
pub(crate) use telephone::{area_code as area_code_length, is_local as is_local_number};

pub use check::{Checker, Field};
pub use finding::Finding;
pub use kind::{FindingKind, Severity};
pub use link::clean_domain;
pub use mask::{mask, replacement};
pub use settle::open_findings;
pub use term::{TERM_MAX_CHARS, TERM_NOTE_MAX_CHARS, Term, TermProblem, Terms};

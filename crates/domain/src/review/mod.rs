//! 三审: the state machine of an item, its guards and its refusals.
//!
//! Deny by default: an act is allowed only where [`decide`] says so, and every reason against it
//! is returned, not only the first.

mod act;
mod decide;
mod refusal;
mod state;

pub use act::{Act, SecrecyConclusion};
pub use decide::{Case, Outcome, Signature, decide};
pub use refusal::Refusal;
pub use state::{ArticleState, Stage};

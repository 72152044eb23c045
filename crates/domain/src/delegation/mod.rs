//! 委托代办: a section head or leader who is away names somebody who reviews meanwhile.
//!
//! A delegation is of one post, from a moment to a moment, and ends by itself. Nobody passes on and
//! stands in at the same time; so there are neither chains nor loops, and what was passed on is
//! always the principal's own. What a delegate may do is decided by [`crate::review`].

mod check;
mod problem;
mod span;

pub use check::{By, Other, OwnPost, Plan, check, suits};
pub use problem::DelegationProblem;
pub use span::Span;

use crate::role::Role;

/// Days that a delegation lasts at most. Whoever is away for longer needs a successor in the post.
pub const DAYS_MAX: i64 = 90;

/// Days that a delegation may begin ahead at most.
pub const DAYS_AHEAD_MAX: i64 = 365;

/// Whether posts with this role can be passed on: those that review.
#[must_use]
pub const fn can_be_delegated(role: Role) -> bool {
    match role {
        Role::SectionHead | Role::Leader => true,
        Role::Officer
        | Role::Coordinator
        | Role::SystemAdministrator
        | Role::SecurityAdministrator
        | Role::AuditAdministrator => false,
    }
}

/// 「乙代甲」: the name under which a delegate's act stands in the ledger and on forms.
#[must_use]
pub fn signed_name(name: &str, principal_name: Option<&str>) -> String {
    match principal_name {
        Some(principal) if !principal.is_empty() => format!("{name}代{principal}"),
        Some(_) | None => name.to_owned(),
    }
}

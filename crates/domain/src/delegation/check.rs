//! What keeps a delegation from being made.

use chrono::{DateTime, Duration, FixedOffset, Timelike};

use super::{DAYS_AHEAD_MAX, DAYS_MAX, DelegationProblem, Span, can_be_delegated};
use crate::role::{Post, Role};

/// Who makes the delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person whose post it is.
    Principal,
    /// The security administrator with this id, for the principal.
    Administrator(i64),
}

/// The post that is to be passed on, as the principal holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPost {
    /// The holding.
    pub id: i64,
    /// Its role.
    pub role: Role,
    /// Its department.
    pub department_id: i64,
}

/// A delegation that exists, with the time in which it counts: one that was ended early counts
/// until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// Whose post it is.
    pub principal_id: i64,
    /// Who stands in.
    pub delegate_id: i64,
    /// The holding that is passed on.
    pub post_id: i64,
    /// When it counts.
    pub span: Span,
}

/// A delegation that is to be made, with all that decides about it.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The time of the act.
    pub now: DateTime<FixedOffset>,
    /// Who makes it.
    pub by: By,
    /// Whose post it is.
    pub principal_id: i64,
    /// The post; `None` if the principal, with an open account, does not hold it now.
    pub post: Option<OwnPost>,
    /// Who is to stand in.
    pub delegate_id: i64,
    /// The posts which that person holds now; none where the account is closed.
    pub delegate_posts: &'a [Post],
    /// From when until when.
    pub span: Span,
    /// Every delegation in which the principal or the delegate has part.
    pub others: &'a [Other],
}

/// Whether it can be made.
///
/// # Errors
/// Every reason against it, in the order of [`DelegationProblem::ALL`].
pub fn check(plan: &Plan<'_>) -> Result<(), Vec<DelegationProblem>> {
    let found: Vec<DelegationProblem> = DelegationProblem::ALL
        .into_iter()
        .filter(|problem| speaks(plan, *problem))
        .collect();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

fn speaks(plan: &Plan<'_>, problem: DelegationProblem) -> bool {
    use DelegationProblem as P;
    let Span { from, until } = plan.span;
    let meanwhile = || plan.others.iter().filter(|o| o.span.overlaps(&plan.span));
    match problem {
        P::PostNotHeld => plan.post.is_none(),
        P::PostStays => plan.post.is_some_and(|post| !can_be_delegated(post.role)),
        P::StartsInPast => minute(from) < minute(plan.now),
        P::StartsTooLate => from - plan.now > Duration::days(DAYS_AHEAD_MAX),
        P::EndsBeforeStart => until <= from,
        P::TooLong => until - from > Duration::days(DAYS_MAX),
        P::Oneself => plan.delegate_id == plan.principal_id,
        P::Administrator => plan.by == By::Administrator(plan.delegate_id),
        P::DelegateUnfit => plan
            .post
            .is_some_and(|post| !suits(post.role, post.department_id, plan.delegate_posts)),
        P::DelegatedAlready => plan
            .post
            .is_some_and(|post| meanwhile().any(|other| other.post_id == post.id)),
        P::DelegateIsAway => meanwhile().any(|other| other.principal_id == plan.delegate_id),
        P::PrincipalStandsIn => meanwhile().any(|other| other.delegate_id == plan.principal_id),
    }
}

/// Whether somebody with these posts may stand in for a post: one in the same department, or the
/// same role in another one. Asked when a delegation is made, and whenever it is used.
#[must_use]
pub fn suits(role: Role, department_id: i64, delegate_posts: &[Post]) -> bool {
    delegate_posts.iter().any(|held| {
        held.role.is_departmental()
            && (held.department_id == Some(department_id) || held.role == role)
    })
}

/// Forms carry minutes.
fn minute(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at.with_second(0)
        .and_then(|at| at.with_nanosecond(0))
        .unwrap_or(at)
}

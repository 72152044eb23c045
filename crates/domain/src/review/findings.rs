//! What people say about findings of the secrecy check.

use super::capacity::{capacity, finding_role};
use super::guard::{Against, reviewer};
use super::{Case, Outcome, Refusal};
use crate::role::{Actor, Role};
use crate::text::is_blank;

/// 说明保留. Changes neither the revision nor what was signed. Under review only findings about which
/// nobody has said anything, or the same person.
pub(super) fn override_finding(
    case: &Case<'_>,
    actor: &Actor,
    reason: &str,
    given_by: Option<i64>,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    settles(case, actor, given_by, &mut against);
    against.unless(!is_blank(reason), Refusal::ReasonMissing);
    against.or(stays(case))
}

/// 收回说明: under review only one's own.
pub(super) fn take_back_override(
    case: &Case<'_>,
    actor: &Actor,
    given_by: i64,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    settles(case, actor, Some(given_by), &mut against);
    against.or(stays(case))
}

fn settles(case: &Case<'_>, actor: &Actor, given_by: Option<i64>, against: &mut Against) {
    let role = finding_role(case.state);
    if case.state.awaited_stage().is_some() {
        reviewer(case, actor, case.revision, against);
    } else {
        against.unless(role.is_some(), Refusal::StateForbids);
        let holds = match role {
            Some(Role::Officer) => actor.post_in(Role::Officer, case.department_id).is_some(),
            Some(role) => capacity(case, actor, role).is_some(),
            None => [Role::Officer, Role::SectionHead, Role::Leader]
                .into_iter()
                .any(|role| capacity(case, actor, role).is_some()),
        };
        against.unless(holds, Refusal::RoleMissing);
    }
    if role != Some(Role::Officer) {
        let own = given_by.is_none_or(|person| person == actor.person_id);
        against.unless(own, Refusal::OverrideOfAnother);
    }
}

const fn stays(case: &Case<'_>) -> Outcome {
    Outcome {
        state: case.state,
        signs: None,
        voids_signatures: false,
        closes_review: false,
    }
}

//! In whose name a person acts: under the own post, or for somebody else (委托代办).
//!
//! Only the acts of a reviewer are open to a delegate: 同意, 退回, 撤稿, 评估审查, and what a reviewer
//! says about findings of the secrecy check. Nobody takes part in two stages, neither in person nor
//! through somebody else.

use super::{ActKind, ArticleState, Case, Refusal};
use crate::role::{Actor, DelegatedPost, Role};

/// In whose name an act is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capacity<'a> {
    /// Under a post of one's own.
    Own,
    /// For somebody else.
    For(&'a DelegatedPost),
}

/// In whose name the person would act with this role; `None` where neither a post of one's own nor
/// a delegation gives it.
///
/// The own post goes first: what speaks against a person speaks against every delegation to that
/// person too. Among several principals the first is chosen against whom nothing speaks, else the
/// first.
pub(super) fn capacity<'a>(case: &Case<'_>, actor: &'a Actor, role: Role) -> Option<Capacity<'a>> {
    if actor.post_in(role, case.department_id).is_some() {
        return Some(Capacity::Own);
    }
    let delegated = actor.delegated_in(role, case.department_id);
    delegated
        .iter()
        .find(|d| principals_part(case, d.principal_id).is_empty())
        .or_else(|| delegated.first())
        .map(|found| Capacity::For(found))
}

/// For whom the person would do this act; `None` where it would be under a post of one's own, or
/// not at all. The SPA says it before the act, the server writes it down with it.
#[must_use]
pub fn stands_in<'a>(case: &Case<'_>, actor: &'a Actor, act: ActKind) -> Option<&'a DelegatedPost> {
    let role = match act {
        ActKind::Approve | ActKind::Return => case.state.awaited_stage()?.role(),
        ActKind::OverrideFinding | ActKind::TakeBackOverride => {
            finding_role(case.state).filter(|role| *role != Role::Officer)?
        }
        ActKind::Withdraw | ActKind::AssessWithheld => Role::Leader,
        ActKind::Edit
        | ActKind::Submit
        | ActKind::Recall
        | ActKind::RecordPublication
        | ActKind::Correct
        | ActKind::EmergencyRelease
        | ActKind::ReviewEmergency
        | ActKind::Delete => return None,
    };
    match capacity(case, actor, role)? {
        Capacity::Own => None,
        Capacity::For(delegated) => Some(delegated),
    }
}

/// Who settles findings of the secrecy check: whoever may edit; under review, whoever is to decide,
/// since open ones can only have appeared with a change of the site's lists; afterwards, whoever
/// releases.
pub(super) const fn finding_role(state: ArticleState) -> Option<Role> {
    match state {
        ArticleState::Draft | ArticleState::Returned => Some(Role::Officer),
        ArticleState::InSectionReview => Some(Role::SectionHead),
        ArticleState::InReleaseReview | ArticleState::Released => Some(Role::Leader),
        ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => None,
    }
}

/// What the person's own part in the review speaks against.
pub(super) fn own_part(case: &Case<'_>, person_id: i64) -> Vec<Refusal> {
    let signed = |s: &super::Signature| s.person_id == person_id;
    let in_name = |s: &super::Signature| s.on_behalf_of == Some(person_id);
    found([
        (case.signatures.iter().any(signed), Refusal::SamePerson),
        (case.author_id == person_id, Refusal::AuthorCannotReview),
        (
            case.signatures.iter().any(in_name),
            Refusal::SignedByDelegate,
        ),
    ])
}

/// The same for the person in whose name one acts.
pub(super) fn principals_part(case: &Case<'_>, principal_id: i64) -> Vec<Refusal> {
    let signed = case.signatures.iter().any(|s| s.involves(principal_id));
    found([
        (signed, Refusal::PrincipalSigned),
        (case.author_id == principal_id, Refusal::PrincipalIsAuthor),
    ])
}

fn found<const N: usize>(reasons: [(bool, Refusal); N]) -> Vec<Refusal> {
    let speaking = reasons.into_iter().filter(|(speaks, _)| *speaks);
    speaking.map(|(_, refusal)| refusal).collect()
}

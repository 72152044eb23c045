//! The state table and its guards.

use super::capacity::capacity;
use super::emergency::{self, released_in_emergency};
use super::findings::{override_finding, take_back_override};
use super::guard::{
    Against, approved, attribute_problems, content_problems, finding_problems, fits, holds,
    publication_problems, reviewer,
};
use super::withheld::{assess, released_state};
use super::{Act, ArticleState, Case, Outcome, Refusal, ReturnTo, SecrecyConclusion, Stage};
use crate::role::{Actor, Role};
use crate::text::{is_blank, is_http_address};

/// Whether the act is allowed, and what follows; otherwise every reason against it.
///
/// # Errors
/// All refusals that apply, in a fixed order, without duplicates.
pub fn decide(case: &Case<'_>, actor: &Actor, act: &Act) -> Result<Outcome, Vec<Refusal>> {
    match act {
        Act::Edit => edit(case, actor),
        Act::Submit => submit(case, actor),
        Act::Approve {
            revision, secrecy, ..
        } => approve(case, actor, revision, *secrecy),
        Act::Return {
            revision,
            to,
            reason,
        } => return_(case, actor, (revision, *to), reason),
        Act::Recall => recall(case, actor),
        Act::RecordPublication { url } => record_publication(case, actor, url),
        Act::Withdraw { reason } => withdraw(case, actor, reason),
        Act::OverrideFinding { reason, given_by } => {
            override_finding(case, actor, reason, *given_by)
        }
        Act::TakeBackOverride { given_by } => take_back_override(case, actor, *given_by),
        Act::Correct => correct(case, actor),
        Act::EmergencyRelease { revision, reason } => {
            emergency::release(case, actor, revision, reason)
        }
        Act::ReviewEmergency { verdict, opinion } => {
            emergency::review(case, actor, *verdict, opinion)
        }
        Act::AssessWithheld { verdict, opinion } => assess(case, actor, *verdict, opinion),
        Act::Delete => delete(case, actor),
    }
}

fn edit(case: &Case<'_>, actor: &Actor) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(holds(case, actor, Role::Officer), Refusal::RoleMissing);
    let reviewing = match case.state {
        ArticleState::Draft | ArticleState::Returned => false,
        ArticleState::InSectionReview | ArticleState::InReleaseReview => true,
        // Approved and not public: another content, or another attribute, must be approved again.
        ArticleState::Released | ArticleState::Filed => false,
        ArticleState::Published | ArticleState::Withdrawn | ArticleState::Corrected => {
            against.add(Refusal::StateForbids);
            false
        }
    };
    let state = match case.state {
        ArticleState::Returned => ArticleState::Returned,
        _ => ArticleState::Draft,
    };
    against.or(Outcome {
        state,
        signs: None,
        voids_signatures: true,
        closes_review: reviewing,
    })
}

fn submit(case: &Case<'_>, actor: &Actor) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(holds(case, actor, Role::Officer), Refusal::RoleMissing);
    match case.state {
        ArticleState::Draft | ArticleState::Returned => {}
        ArticleState::InSectionReview | ArticleState::InReleaseReview => {
            against.add(Refusal::ReviewOpen);
        }
        ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => {
            against.add(Refusal::StateForbids);
        }
    }
    against.all(content_problems(case.content));
    against.all(finding_problems(case));
    against.or(Outcome {
        state: ArticleState::InSectionReview,
        signs: Some(Stage::First),
        voids_signatures: false,
        closes_review: false,
    })
}

fn approve(
    case: &Case<'_>,
    actor: &Actor,
    revision: &str,
    secrecy: Option<SecrecyConclusion>,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    let stage = reviewer(case, actor, revision, &mut against);
    match (stage, secrecy) {
        (Some(Stage::Section), None) => against.add(Refusal::SecrecyConclusionMissing),
        (Some(Stage::Section), Some(found)) => {
            against.unless(
                fits(found, case.content.attribute),
                Refusal::SecrecySensitive,
            );
        }
        (Some(Stage::First | Stage::Release), Some(_)) => {
            against.add(Refusal::SecrecyConclusionNotAsked);
        }
        (Some(_), _) | (None, _) => {}
    }
    let earlier: &[Stage] = match stage {
        Some(Stage::Release) => &[Stage::First, Stage::Section],
        Some(Stage::Section) => &[Stage::First],
        Some(Stage::First) | None => &[],
    };
    against.unless(approved(case, earlier), Refusal::ApprovalsIncomplete);
    against.all(attribute_problems(case.content));
    against.all(finding_problems(case));
    against.or(Outcome {
        state: match stage {
            Some(Stage::Release) => released_state(case.content.attribute),
            _ => ArticleState::InReleaseReview,
        },
        signs: stage,
        voids_signatures: false,
        closes_review: stage == Some(Stage::Release),
    })
}

fn return_(
    case: &Case<'_>,
    actor: &Actor,
    (revision, to): (&str, ReturnTo),
    reason: &str,
) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    if let Some(stage) = reviewer(case, actor, revision, &mut against) {
        against.unless(to.is_open_at(stage), Refusal::ReturnTargetClosed);
    }
    against.unless(!is_blank(reason), Refusal::ReasonMissing);
    against.or(Outcome {
        state: match to {
            ReturnTo::Officer => ArticleState::Returned,
            ReturnTo::Section => ArticleState::InSectionReview,
        },
        signs: None,
        voids_signatures: true,
        closes_review: to == ReturnTo::Officer,
    })
}

fn recall(case: &Case<'_>, actor: &Actor) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    match case.state {
        ArticleState::InSectionReview | ArticleState::InReleaseReview => {
            let submitter = case.signatures.iter().find(|s| s.stage == Stage::First);
            against.unless(
                submitter.is_some_and(|s| s.person_id == actor.person_id),
                Refusal::NotSubmitter,
            );
        }
        ArticleState::Draft
        | ArticleState::Returned
        | ArticleState::Released
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => against.add(Refusal::StateForbids),
    }
    against.unless(holds(case, actor, Role::Officer), Refusal::RoleMissing);
    against.or(Outcome {
        state: ArticleState::Draft,
        signs: None,
        voids_signatures: true,
        closes_review: true,
    })
}

/// Which time is given decides nothing here: one that cannot be true is recorded and found doubtful
/// by [`crate::freshness::evidence_doubts`].
fn record_publication(case: &Case<'_>, actor: &Actor, url: &str) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(holds(case, actor, Role::Officer), Refusal::RoleMissing);
    match case.state {
        ArticleState::Released => {
            let released = approved(case, &Stage::ALL) || released_in_emergency(case);
            against.unless(released, Refusal::ApprovalsIncomplete);
        }
        ArticleState::Draft
        | ArticleState::InSectionReview
        | ArticleState::InReleaseReview
        | ArticleState::Returned
        | ArticleState::Published
        | ArticleState::Withdrawn
        | ArticleState::Corrected
        | ArticleState::Filed => against.add(Refusal::StateForbids),
    }
    against.all(publication_problems(case.content));
    against.all(finding_problems(case));
    against.unless(is_http_address(url), Refusal::AddressInvalid);
    against.or(Outcome {
        state: ArticleState::Published,
        signs: None,
        voids_signatures: false,
        closes_review: false,
    })
}

fn withdraw(case: &Case<'_>, actor: &Actor, reason: &str) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(
        capacity(case, actor, Role::Leader).is_some(),
        Refusal::RoleMissing,
    );
    against.unless(case.state == ArticleState::Published, Refusal::StateForbids);
    against.unless(!is_blank(reason), Refusal::ReasonMissing);
    against.or(Outcome {
        state: ArticleState::Withdrawn,
        signs: None,
        voids_signatures: false,
        closes_review: false,
    })
}

/// The item stays as it is until the correction is published.
fn correct(case: &Case<'_>, actor: &Actor) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(holds(case, actor, Role::Officer), Refusal::RoleMissing);
    against.unless(case.state == ArticleState::Published, Refusal::StateForbids);
    against.unless(!case.correction_open, Refusal::CorrectionOpen);
    against.or(Outcome {
        state: ArticleState::Published,
        signs: None,
        voids_signatures: false,
        closes_review: false,
    })
}

fn delete(case: &Case<'_>, actor: &Actor) -> Result<Outcome, Vec<Refusal>> {
    let mut against = Against::default();
    against.unless(holds(case, actor, Role::Officer), Refusal::RoleMissing);
    against.unless(case.state == ArticleState::Draft, Refusal::StateForbids);
    against.or(Outcome {
        state: ArticleState::Draft,
        signs: None,
        voids_signatures: true,
        closes_review: false,
    })
}

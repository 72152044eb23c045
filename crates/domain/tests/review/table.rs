//! The closed list: states × acts × roles, executed. Everything that is not written here is
//! refused.

use lanmu_domain::review::{Act, ActKind, ArticleState, Outcome, Refusal, ReturnTo, Stage};
use lanmu_domain::role::Role;

use crate::support::{
    DEPARTMENT, ELSEWHERE, HEAD, Item, LEADER, OFFICER, delegate, leader, person,
};

/// What a cell of the table allows: the one role, and what follows.
type Cell = Option<(Role, Outcome)>;

const fn to(role: Role, state: ArticleState) -> Cell {
    Some((
        role,
        Outcome {
            state,
            signs: None,
            voids_signatures: false,
            closes_review: false,
        },
    ))
}

const fn signs(stage: Stage, state: ArticleState, closes_review: bool) -> Cell {
    let outcome = Outcome {
        state,
        signs: Some(stage),
        voids_signatures: false,
        closes_review,
    };
    Some((stage.role(), outcome))
}

const fn voids(role: Role, state: ArticleState, closes_review: bool) -> Cell {
    Some((
        role,
        Outcome {
            state,
            signs: None,
            voids_signatures: true,
            closes_review,
        },
    ))
}

/// The table. No wildcard over states: a new state or act does not compile until it is classified.
fn expected(state: ArticleState, act: ActKind) -> Cell {
    use ActKind as A;
    use ArticleState as S;
    use Role::{Leader, Officer, SectionHead};
    match (state, act) {
        (S::Draft, A::Edit) => voids(Officer, S::Draft, false),
        (S::Returned, A::Edit) => voids(Officer, S::Returned, false),
        (S::InSectionReview | S::InReleaseReview, A::Edit) => voids(Officer, S::Draft, true),
        (S::Released | S::Filed, A::Edit) => voids(Officer, S::Draft, false),
        (S::Published | S::Withdrawn | S::Corrected, A::Edit) => None,

        (S::Draft | S::Returned, A::Submit) => signs(Stage::First, S::InSectionReview, false),
        (
            S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::Submit,
        ) => None,

        (S::InSectionReview, A::Approve) => signs(Stage::Section, S::InReleaseReview, false),
        (S::InReleaseReview, A::Approve) => signs(Stage::Release, S::Released, true),
        (S::InSectionReview, A::Return) => voids(SectionHead, S::Returned, true),
        (S::InReleaseReview, A::Return) => voids(Leader, S::Returned, true),
        (
            S::Draft
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::Approve | A::Return,
        ) => None,

        (S::InSectionReview | S::InReleaseReview, A::Recall) => voids(Officer, S::Draft, true),
        (
            S::Draft
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::Recall,
        ) => None,

        (S::Released, A::RecordPublication) => to(Officer, S::Published),
        (
            S::Draft
            | S::InSectionReview
            | S::InReleaseReview
            | S::Returned
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::RecordPublication,
        ) => None,

        (S::Published, A::Withdraw) => to(Leader, S::Withdrawn),
        (
            S::Draft
            | S::InSectionReview
            | S::InReleaseReview
            | S::Returned
            | S::Released
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::Withdraw,
        ) => None,

        (S::Draft | S::Returned, A::OverrideFinding | A::TakeBackOverride) => to(Officer, state),
        (S::InSectionReview, A::OverrideFinding) => to(SectionHead, state),
        (S::InReleaseReview | S::Released, A::OverrideFinding) => to(Leader, state),
        // The officer said it: see `findings.rs` for one's own.
        (S::InSectionReview | S::InReleaseReview | S::Released, A::TakeBackOverride) => None,
        (
            S::Published | S::Withdrawn | S::Corrected | S::Filed,
            A::OverrideFinding | A::TakeBackOverride,
        ) => None,
        (S::Published, A::Correct) => to(Officer, S::Published),
        (
            S::Draft
            | S::InSectionReview
            | S::InReleaseReview
            | S::Returned
            | S::Released
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::Correct,
        ) => None,

        (S::Draft | S::Returned, A::EmergencyRelease) => voids(Leader, S::Released, false),
        (S::InSectionReview | S::InReleaseReview, A::EmergencyRelease) => {
            voids(Leader, S::Released, true)
        }
        (
            S::Released | S::Published | S::Withdrawn | S::Corrected | S::Filed,
            A::EmergencyRelease,
        ) => None,

        // Without an emergency release there is nothing to review: see `emergency.rs`.
        (
            S::Draft
            | S::InSectionReview
            | S::InReleaseReview
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::ReviewEmergency,
        ) => None,

        (S::Filed, A::AssessWithheld) => to(Leader, S::Filed),
        (
            S::Draft
            | S::InSectionReview
            | S::InReleaseReview
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected,
            A::AssessWithheld,
        ) => None,

        (S::Draft, A::Delete) => voids(Officer, S::Draft, false),
        (
            S::InSectionReview
            | S::InReleaseReview
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            A::Delete,
        ) => None,
    }
}

/// Who stands for a role: the person who has the part of that role in [`Item::in_state`], with
/// the section head and the leader not having signed yet where they are to act.
fn person_id(role: Role) -> i64 {
    match role {
        Role::Officer => OFFICER,
        Role::SectionHead => HEAD,
        Role::Leader => LEADER,
        Role::Coordinator => 4,
        Role::SystemAdministrator => 5,
        Role::SecurityAdministrator => 6,
        Role::AuditAdministrator => 7,
    }
}

#[test]
fn every_state_act_and_role_does_what_the_table_says() {
    let mut allowed = 0;
    for state in ArticleState::ALL {
        let item = Item::in_state(state);
        for kind in ActKind::ALL {
            let cell = expected(state, kind);
            for role in Role::ALL {
                let actor = person(person_id(role), &[(role, DEPARTMENT)]);
                let decision = item.decide(&actor, &item.act(kind));
                match cell {
                    Some((who, outcome)) if who == role => {
                        assert_eq!(decision, Ok(outcome), "{state:?} {kind:?} {role:?}");
                        allowed += 1;
                    }
                    _ => {
                        let refusals = decision.expect_err(&format!("{state:?} {kind:?} {role:?}"));
                        assert!(!refusals.is_empty());
                        if cell.is_some() {
                            assert!(refusals.contains(&Refusal::RoleMissing), "{refusals:?}");
                        } else {
                            assert!(
                                refusals.contains(&Refusal::StateForbids)
                                    || refusals.contains(&Refusal::ReviewOpen)
                                    || refusals.contains(&Refusal::OverrideOfAnother),
                                "{state:?} {kind:?} {refusals:?}"
                            );
                        }
                    }
                }
            }
        }
    }
    assert_eq!(allowed, 30, "the number of ways through the table");
}

/// A delegate has what the table gives the principal's role at 同意, 退回, 撤稿, 评估审查 and 说明保留, and
/// nothing else.
#[test]
fn a_delegate_reviews_and_withdraws_and_does_nothing_else() {
    let mut allowed = 0;
    for state in ArticleState::ALL {
        let item = Item::in_state(state);
        for kind in ActKind::ALL {
            for role in [Role::Officer, Role::SectionHead, Role::Leader] {
                let passes_on = match kind {
                    ActKind::Approve
                    | ActKind::Return
                    | ActKind::Withdraw
                    | ActKind::AssessWithheld => true,
                    ActKind::OverrideFinding => role != Role::Officer,
                    ActKind::Edit
                    | ActKind::Submit
                    | ActKind::Recall
                    | ActKind::RecordPublication
                    | ActKind::TakeBackOverride
                    | ActKind::Correct
                    | ActKind::EmergencyRelease
                    | ActKind::ReviewEmergency
                    | ActKind::Delete => false,
                };
                let actor = delegate(9, &[(role, person_id(role))]);
                let decision = item.decide(&actor, &item.act(kind));
                match expected(state, kind) {
                    Some((who, outcome)) if who == role && passes_on => {
                        assert_eq!(decision, Ok(outcome), "{state:?} {kind:?} {role:?}");
                        allowed += 1;
                    }
                    _ => assert!(decision.is_err(), "{state:?} {kind:?} {role:?}"),
                }
            }
        }
    }
    assert_eq!(allowed, 9, "the number of ways that a delegate has");
}

/// Where a return leads, by the state in which it is asked for and to whom. No wildcard either.
const fn returned(state: ArticleState, to: ReturnTo) -> Cell {
    use ArticleState as S;
    use ReturnTo as T;
    match (state, to) {
        (S::InSectionReview, T::Officer) => voids(Role::SectionHead, S::Returned, true),
        (S::InReleaseReview, T::Officer) => voids(Role::Leader, S::Returned, true),
        (S::InReleaseReview, T::Section) => voids(Role::Leader, S::InSectionReview, false),
        (S::InSectionReview, T::Section)
        | (
            S::Draft
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed,
            T::Officer | T::Section,
        ) => None,
    }
}

#[test]
fn every_state_return_and_role_does_what_the_table_says() {
    for state in ArticleState::ALL {
        let item = Item::in_state(state);
        for to in ReturnTo::ALL {
            let act = Act::Return {
                revision: item.revision.clone(),
                to,
                reason: "依据不足".to_owned(),
            };
            for role in Role::ALL {
                let actor = person(person_id(role), &[(role, DEPARTMENT)]);
                let decision = item.decide(&actor, &act);
                match returned(state, to) {
                    Some((who, outcome)) if who == role => {
                        assert_eq!(decision, Ok(outcome), "{state:?} {to:?} {role:?}");
                    }
                    _ => assert!(decision.is_err(), "{state:?} {to:?} {role:?}"),
                }
            }
        }
    }
}

#[test]
fn a_return_to_the_second_review_keeps_the_first_signature_alone() {
    let item = Item::in_state(ArticleState::InReleaseReview);
    for (to, stands) in [(ReturnTo::Officer, false), (ReturnTo::Section, true)] {
        let act = Act::Return {
            revision: item.revision.clone(),
            to,
            reason: "依据不足".to_owned(),
        };
        let outcome = item.decide(&leader(), &act).unwrap();
        assert_eq!(!outcome.voids(Stage::First), stands);
        assert!(outcome.voids(Stage::Section) && outcome.voids(Stage::Release));
    }
    let outcome = item.decide(&leader(), &item.act(ActKind::Approve)).unwrap();
    assert!(Stage::ALL.into_iter().all(|stage| !outcome.voids(stage)));
}

#[test]
fn the_same_role_in_another_department_or_no_role_may_do_nothing() {
    for state in ArticleState::ALL {
        let item = Item::in_state(state);
        for kind in ActKind::ALL {
            for actor in [
                person(9, &[]),
                person(
                    9,
                    &[
                        (Role::Officer, ELSEWHERE),
                        (Role::SectionHead, ELSEWHERE),
                        (Role::Leader, ELSEWHERE),
                    ],
                ),
            ] {
                let refusals = item.decide(&actor, &item.act(kind)).unwrap_err();
                assert!(
                    refusals.contains(&Refusal::RoleMissing),
                    "{state:?} {kind:?}"
                );
            }
        }
    }
}

#[test]
fn whoever_lost_the_role_during_the_review_can_no_longer_act() {
    let item = Item::in_state(ArticleState::InSectionReview);
    let former = person(OFFICER, &[]);
    assert_eq!(
        item.decide(&former, &item.act(ActKind::Recall)),
        Err(vec![Refusal::RoleMissing])
    );
}

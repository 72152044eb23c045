//! 紧急发布 and its retrospective review.

use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::{
    Act, ActKind, ArticleState, EmergencyRelease, EmergencyStatus, EmergencyVerdict, Outcome,
    Refusal, emergency_due,
};
use lanmu_domain::role::Role;

use crate::support::{
    DEPARTMENT, ELSEWHERE, HEAD, Item, LEADER, OFFICER, at, delegate, head, leader, officer, person,
};

const SUBMITTER: i64 = 21;

/// An item that was released in an emergency and came to this state.
fn item(state: ArticleState) -> Item {
    let mut item = Item::in_state(state);
    item.signatures.clear();
    item.emergency = Some(EmergencyRelease {
        person_id: LEADER,
        submitter_id: Some(SUBMITTER),
        revision: item.revision.clone(),
        at: at(0),
        verdict: None,
    });
    item
}

fn verdict(verdict: EmergencyVerdict) -> Act {
    Act::ReviewEmergency {
        verdict,
        opinion: "数据未经核实".to_owned(),
    }
}

#[test]
fn what_was_released_in_an_emergency_can_be_published_and_nothing_else_without_approvals() {
    let publish = |item: &Item| item.decide(&officer(), &item.act(ActKind::RecordPublication));
    let mut released = item(ArticleState::Released);
    assert_eq!(publish(&released).unwrap().state, ArticleState::Published);

    let release = released.emergency.as_mut().unwrap();
    release.verdict = Some(EmergencyVerdict::Upheld);
    assert!(publish(&released).is_ok());
    released.emergency.as_mut().unwrap().verdict = Some(EmergencyVerdict::WithdrawalOrdered);
    assert_eq!(publish(&released), Err(vec![Refusal::ApprovalsIncomplete]));

    let mut other = item(ArticleState::Released);
    other.emergency.as_mut().unwrap().revision = "another".to_owned();
    assert_eq!(publish(&other), Err(vec![Refusal::ApprovalsIncomplete]));

    let mut withheld = item(ArticleState::Released);
    withheld.content.attribute = Some(PublicAttribute::Withheld);
    assert!(
        publish(&withheld)
            .unwrap_err()
            .contains(&Refusal::AttributeNotPublishable)
    );
}

#[test]
fn a_release_needs_a_leader_of_the_department_in_person_and_everything_a_submission_needs() {
    let item = Item::in_state(ArticleState::Draft);
    let act = item.act(ActKind::EmergencyRelease);
    assert!(item.decide(&leader(), &act).is_ok());
    for actor in [
        person(9, &[(Role::Officer, DEPARTMENT)]),
        head(),
        person(9, &[(Role::Coordinator, DEPARTMENT)]),
        person(9, &[(Role::Leader, ELSEWHERE)]),
        delegate(9, &[(Role::Leader, LEADER)]),
    ] {
        assert_eq!(item.decide(&actor, &act), Err(vec![Refusal::RoleMissing]));
    }
    let mut own = Item::in_state(ArticleState::Draft);
    own.author_id = LEADER;
    assert_eq!(
        own.decide(&leader(), &act),
        Err(vec![Refusal::AuthorCannotReview])
    );
    let mut bad = Item::in_state(ArticleState::Returned);
    bad.content.title.clear();
    bad.content.attribute = None;
    let act = Act::EmergencyRelease {
        revision: "another".to_owned(),
        reason: " ".to_owned(),
    };
    assert_eq!(
        bad.decide(&leader(), &act),
        Err(vec![
            Refusal::RevisionChanged,
            Refusal::AttributeMissing,
            Refusal::ReasonMissing,
            Refusal::TitleMissing
        ])
    );
}

#[test]
fn somebody_else_reviews_it_once_and_may_order_it_withdrawn() {
    use ArticleState as S;
    let leads_to = |from: S, found| match (from, found) {
        (S::Released, EmergencyVerdict::WithdrawalOrdered) => Some(S::Returned),
        (S::Published | S::Withdrawn, EmergencyVerdict::WithdrawalOrdered) => Some(S::Withdrawn),
        (S::Corrected, _) => Some(S::Corrected),
        (S::Released | S::Published | S::Withdrawn, EmergencyVerdict::Upheld) => Some(from),
        (S::Draft | S::InSectionReview | S::InReleaseReview | S::Returned | S::Filed, _) => None,
    };
    let reviewers = [
        head(),
        person(9, &[(Role::Leader, DEPARTMENT)]),
        person(9, &[(Role::Coordinator, DEPARTMENT)]),
    ];
    for state in S::ALL {
        for found in EmergencyVerdict::ALL {
            let item = item(state);
            for reviewer in &reviewers {
                let decision = item.decide(reviewer, &verdict(found));
                match leads_to(state, found) {
                    Some(to) => assert_eq!(
                        decision,
                        Ok(Outcome {
                            state: to,
                            signs: None,
                            voids_signatures: false,
                            closes_review: false
                        }),
                        "{state:?} {found:?}"
                    ),
                    None => assert_eq!(decision, Err(vec![Refusal::StateForbids])),
                }
            }
        }
    }
    let mut reviewed = item(S::Published);
    reviewed.emergency.as_mut().unwrap().verdict = Some(EmergencyVerdict::Upheld);
    assert_eq!(
        reviewed.decide(&head(), &verdict(EmergencyVerdict::WithdrawalOrdered)),
        Err(vec![Refusal::EmergencyReviewed])
    );
}

#[test]
fn nobody_who_had_part_in_it_reviews_it_and_an_order_needs_a_reason() {
    let item = item(ArticleState::Published);
    for person_id in [LEADER, OFFICER, SUBMITTER] {
        let actor = person(
            person_id,
            &[(Role::SectionHead, DEPARTMENT), (Role::Leader, DEPARTMENT)],
        );
        assert_eq!(
            item.decide(&actor, &verdict(EmergencyVerdict::Upheld)),
            Err(vec![Refusal::OwnEmergencyRelease])
        );
    }
    for actor in [
        person(9, &[(Role::Officer, DEPARTMENT)]),
        person(9, &[(Role::SectionHead, ELSEWHERE)]),
        delegate(9, &[(Role::SectionHead, HEAD)]),
    ] {
        assert_eq!(
            item.decide(&actor, &verdict(EmergencyVerdict::Upheld)),
            Err(vec![Refusal::RoleMissing])
        );
    }
    let silent = |verdict| Act::ReviewEmergency {
        verdict,
        opinion: "　".to_owned(),
    };
    assert!(
        item.decide(&head(), &silent(EmergencyVerdict::Upheld))
            .is_ok()
    );
    assert_eq!(
        item.decide(&head(), &silent(EmergencyVerdict::WithdrawalOrdered)),
        Err(vec![Refusal::ReasonMissing])
    );
}

#[test]
fn it_is_overdue_after_the_hours_by_the_clock() {
    let due = emergency_due(at(0), 24);
    assert_eq!(due, at(86_400));
    let status = |verdict, void, now| EmergencyStatus::at(verdict, void, due, now);
    assert_eq!(status(None, false, at(86_400)), EmergencyStatus::Waiting);
    assert_eq!(status(None, false, at(86_401)), EmergencyStatus::Overdue);
    assert_eq!(status(None, true, at(86_401)), EmergencyStatus::Void);
    let upheld = Some(EmergencyVerdict::Upheld);
    assert_eq!(status(upheld, false, at(90_000)), EmergencyStatus::Upheld);
    let ordered = Some(EmergencyVerdict::WithdrawalOrdered);
    assert_eq!(status(ordered, true, at(0)), EmergencyStatus::Ordered);
    for status in EmergencyStatus::ALL {
        assert_eq!(serde_json::to_value(status).unwrap(), status.key());
        assert_eq!(EmergencyStatus::from_key(status.key()), Some(status));
    }
    for verdict in EmergencyVerdict::ALL {
        assert_eq!(serde_json::to_value(verdict).unwrap(), verdict.key());
    }
}

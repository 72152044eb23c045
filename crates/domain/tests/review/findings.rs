//! Findings of the secrecy check that nobody has settled stop every way to the public.

use lanmu_domain::review::{Act, ActKind, ArticleState, Refusal};

use crate::support::{Item, LEADER, OFFICER, delegate, head, leader, officer};
use lanmu_domain::role::Role;

#[test]
fn open_findings_stop_submission_approval_and_publication() {
    for (state, actor, act) in [
        (ArticleState::Draft, officer(), ActKind::Submit),
        (ArticleState::Returned, officer(), ActKind::Submit),
        (ArticleState::InSectionReview, head(), ActKind::Approve),
        (ArticleState::InReleaseReview, leader(), ActKind::Approve),
        (ArticleState::Draft, leader(), ActKind::EmergencyRelease),
        (
            ArticleState::Released,
            officer(),
            ActKind::RecordPublication,
        ),
    ] {
        let mut item = Item::in_state(state);
        item.open_findings = 1;
        let refusals = item.decide(&actor, &item.act(act)).unwrap_err();
        assert_eq!(refusals, [Refusal::FindingsOpen], "{state:?} {act:?}");
    }
}

#[test]
fn open_findings_stop_nothing_that_leads_away_from_the_public() {
    for (state, actor, act) in [
        (ArticleState::Draft, officer(), ActKind::Edit),
        (ArticleState::InSectionReview, officer(), ActKind::Recall),
        (ArticleState::InSectionReview, head(), ActKind::Return),
        (ArticleState::Published, leader(), ActKind::Withdraw),
    ] {
        let mut item = Item::in_state(state);
        item.open_findings = 3;
        assert!(
            item.decide(&actor, &item.act(act)).is_ok(),
            "{state:?} {act:?}"
        );
    }
}

#[test]
fn a_reason_is_needed_and_changes_nothing_else() {
    let item = Item::in_state(ArticleState::InReleaseReview);
    let silent = Act::OverrideFinding {
        reason: "　".to_owned(),
        given_by: None,
    };
    assert_eq!(
        item.decide(&leader(), &silent),
        Err(vec![Refusal::ReasonMissing])
    );
    let outcome = item
        .decide(&leader(), &item.act(ActKind::OverrideFinding))
        .unwrap();
    assert_eq!(outcome.state, item.state);
    assert!(!outcome.voids_signatures && !outcome.closes_review);
}

#[test]
fn a_reviewer_takes_back_only_what_he_said_himself() {
    let item = Item::in_state(ArticleState::InReleaseReview);
    let own = Act::TakeBackOverride { given_by: LEADER };
    assert!(item.decide(&leader(), &own).is_ok());
    let anothers = Act::TakeBackOverride { given_by: OFFICER };
    assert_eq!(
        item.decide(&leader(), &anothers),
        Err(vec![Refusal::OverrideOfAnother])
    );
    let anew = Act::OverrideFinding {
        reason: "单位电话".to_owned(),
        given_by: Some(OFFICER),
    };
    assert_eq!(
        item.decide(&leader(), &anew),
        Err(vec![Refusal::OverrideOfAnother])
    );
}

#[test]
fn whoever_cannot_review_cannot_explain_a_finding_away() {
    let mut item = Item::in_state(ArticleState::InSectionReview);
    item.author_id = crate::support::HEAD;
    let refusals = item
        .decide(&head(), &item.act(ActKind::OverrideFinding))
        .unwrap_err();
    assert_eq!(refusals, [Refusal::AuthorCannotReview]);
    let for_author = delegate(9, &[(Role::SectionHead, crate::support::HEAD)]);
    let refusals = item
        .decide(&for_author, &item.act(ActKind::OverrideFinding))
        .unwrap_err();
    assert_eq!(refusals, [Refusal::PrincipalIsAuthor]);
}

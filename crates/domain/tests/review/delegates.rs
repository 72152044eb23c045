//! Nobody takes part in two stages, neither in person nor through somebody else.

use lanmu_domain::review::{
    ActKind, ArticleState, Candidate, Refusal, Stage, able, empty_stages, stands_in,
};
use lanmu_domain::role::Role;

use crate::support::{DEPARTMENT, HEAD, Item, LEADER, OFFICER, delegate, head, leader, person};

use ActKind as A;
use ArticleState as S;

/// Who stands in.
const STAND_IN: i64 = 9;

#[test]
fn the_own_post_goes_first() {
    let item = Item::in_state(S::InSectionReview);
    let mut both = head();
    both.delegated = delegate(HEAD, &[(Role::SectionHead, STAND_IN)]).delegated;
    assert_eq!(stands_in(&item.case(), &both, A::Approve), None);
    let only = delegate(STAND_IN, &[(Role::SectionHead, HEAD)]);
    let of = stands_in(&item.case(), &only, A::Approve).map(|of| of.principal_id);
    assert_eq!(of, Some(HEAD));
}

#[test]
fn of_two_principals_the_first_is_chosen_against_whom_nothing_speaks() {
    let of = |item: &Item, of: &[(Role, i64)]| {
        let actor = delegate(STAND_IN, of);
        stands_in(&item.case(), &actor, A::Approve).map(|of| of.principal_id)
    };
    let item = Item::in_state(S::InReleaseReview);
    let two = [(Role::Leader, 20), (Role::Leader, 11)];
    assert_eq!(of(&item, &two), Some(11), "the lower id");
    let signed = [(Role::Leader, HEAD), (Role::Leader, 11)];
    assert_eq!(of(&item, &signed), Some(11), "the other signed stage 2");
    let blocked = [(Role::Leader, HEAD), (Role::Leader, OFFICER)];
    assert_eq!(
        of(&item, &blocked),
        Some(OFFICER),
        "the first, to be refused"
    );
}

#[test]
fn nothing_but_reviewing_and_withdrawing_is_done_for_others() {
    let all = [
        (Role::Officer, OFFICER),
        (Role::SectionHead, HEAD),
        (Role::Leader, LEADER),
    ];
    let actor = delegate(STAND_IN, &all);
    for state in S::ALL {
        let item = Item::in_state(state);
        for act in [
            A::Edit,
            A::Submit,
            A::Recall,
            A::RecordPublication,
            A::Delete,
        ] {
            assert_eq!(stands_in(&item.case(), &actor, act), None, "{act:?}");
        }
    }
}

/// Stages 2 and 3 in every constellation of who acts and for whom.
#[test]
fn no_person_stands_in_two_stages() {
    let people = [HEAD, LEADER, STAND_IN];
    for second in people {
        for for_second in [None, Some(HEAD), Some(LEADER)] {
            if for_second == Some(second) {
                continue;
            }
            let mut item = Item::in_state(S::InReleaseReview);
            item.signatures[1].person_id = second;
            item.signatures[1].on_behalf_of = for_second;
            for third in people {
                for for_third in [None, Some(HEAD), Some(LEADER)] {
                    if for_third == Some(third) {
                        continue;
                    }
                    let actor = match for_third {
                        None => person(third, &[(Role::Leader, DEPARTMENT)]),
                        Some(principal) => delegate(third, &[(Role::Leader, principal)]),
                    };
                    let twice = [Some(third), for_third]
                        .into_iter()
                        .flatten()
                        .any(|id| id == second || Some(id) == for_second);
                    let decision = item.decide(&actor, &item.act(A::Approve));
                    assert_eq!(
                        decision.is_err(),
                        twice,
                        "{second} for {for_second:?}, {third} for {for_third:?}: {decision:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn approvals_in_which_one_person_has_part_twice_release_nothing() {
    let mut item = Item::in_state(S::Released);
    item.signatures[2].person_id = STAND_IN;
    item.signatures[2].on_behalf_of = Some(HEAD);
    let refused = item.decide(
        &person(OFFICER, &[(Role::Officer, DEPARTMENT)]),
        &item.act(A::RecordPublication),
    );
    assert_eq!(refused, Err(vec![Refusal::ApprovalsIncomplete]));
}

#[test]
fn who_is_back_early_may_act_and_the_first_act_counts() {
    let item = Item::in_state(S::InSectionReview);
    let act = item.act(A::Approve);
    let stand_in = delegate(STAND_IN, &[(Role::SectionHead, HEAD)]);
    assert!(item.decide(&head(), &act).is_ok());
    assert!(item.decide(&stand_in, &act).is_ok());
    let mut item = Item::in_state(S::InReleaseReview);
    item.signatures[1].person_id = STAND_IN;
    item.signatures[1].on_behalf_of = Some(HEAD);
    let act = item.act(A::Approve);
    assert_eq!(
        item.decide(&head(), &act),
        Err(vec![Refusal::RoleMissing, Refusal::SignedByDelegate])
    );
    assert!(item.decide(&leader(), &act).is_ok());
}

fn own(person_id: i64) -> Candidate {
    Candidate {
        person_id,
        on_behalf_of: None,
    }
}

fn stands_for(person_id: i64, principal: i64) -> Candidate {
    Candidate {
        person_id,
        on_behalf_of: Some(principal),
    }
}

#[test]
fn a_stage_is_empty_where_everybody_signed_or_wrote_and_a_delegate_fills_it() {
    let state = S::InReleaseReview;
    let taken = [OFFICER, HEAD];
    assert_eq!(empty_stages(state, &[], &[], &taken), [Stage::Release]);
    assert_eq!(
        empty_stages(state, &[], &[own(HEAD)], &taken),
        [Stage::Release]
    );
    assert_eq!(
        empty_stages(state, &[], &[stands_for(STAND_IN, HEAD)], &taken),
        [Stage::Release],
        "for somebody who signed"
    );
    assert_eq!(able(&[stands_for(HEAD, LEADER)], &taken), []);
    assert!(empty_stages(state, &[], &[stands_for(STAND_IN, LEADER)], &taken).is_empty());
}

#[test]
fn before_submission_both_stages_are_looked_at_and_need_two_people() {
    let empty = |section: &[Candidate], release: &[Candidate]| {
        empty_stages(S::Draft, section, release, &[OFFICER])
    };
    assert!(empty(&[own(HEAD)], &[own(LEADER)]).is_empty());
    assert_eq!(empty(&[], &[own(LEADER)]), [Stage::Section]);
    assert_eq!(
        empty(&[own(OFFICER)], &[]),
        [Stage::Section, Stage::Release]
    );
    assert_eq!(empty(&[own(HEAD)], &[own(HEAD)]), [Stage::Release]);
    assert_eq!(
        empty(&[stands_for(STAND_IN, HEAD)], &[own(HEAD)]),
        [Stage::Release],
        "the leader's own stage 2 would be signed in his name"
    );
}

#[test]
fn after_the_release_nothing_is_empty() {
    for state in [S::Released, S::Published, S::Withdrawn] {
        assert!(empty_stages(state, &[], &[], &[]).is_empty());
    }
}

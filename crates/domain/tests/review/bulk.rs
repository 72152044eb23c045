//! 批量同意: what is clean, and what is left out with which words.

use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::{
    ActKind, ArticleState, BulkExclusion, BulkFacts, availability, bulk_exclusions,
};
use lanmu_domain::role::Role;

use crate::support::{DEPARTMENT, ELSEWHERE, HEAD, Item, LEADER, head, leader, officer, person};

const CLEAN: BulkFacts = BulkFacts {
    returns: 0,
    has_findings: false,
    emergency: false,
};

fn waiting() -> Item {
    Item::in_state(ArticleState::InReleaseReview)
}

#[test]
fn a_clean_item_that_waits_for_the_leader_is_not_left_out() {
    assert_eq!(bulk_exclusions(&waiting().case(), CLEAN, &leader()), []);
}

#[test]
fn the_second_review_is_never_done_in_bulk() {
    let item = Item::in_state(ArticleState::InSectionReview);
    for actor in [head(), leader()] {
        let found = bulk_exclusions(&item.case(), CLEAN, &actor);
        assert_eq!(found, [BulkExclusion::SecrecyConclusion]);
    }
}

#[test]
fn everything_that_wants_a_second_look_is_named() {
    let mut item = waiting();
    item.content.attribute = Some(PublicAttribute::Withheld);
    let facts = BulkFacts {
        returns: 2,
        has_findings: true,
        emergency: true,
    };
    let found = bulk_exclusions(&item.case(), facts, &leader());
    assert_eq!(
        found,
        [
            BulkExclusion::Attribute,
            BulkExclusion::Findings,
            BulkExclusion::Returned,
            BulkExclusion::Emergency
        ]
    );
}

#[test]
fn whoever_cannot_approve_one_cannot_approve_many() {
    let two_posts = person(HEAD, &[(Role::Leader, DEPARTMENT)]);
    let elsewhere = person(LEADER, &[(Role::Leader, ELSEWHERE)]);
    for actor in [officer(), head(), two_posts, elsewhere] {
        let found = bulk_exclusions(&waiting().case(), CLEAN, &actor);
        assert_eq!(found, [BulkExclusion::NotAllowed]);
    }
}

#[test]
fn nothing_is_clean_that_the_leader_could_not_approve_alone() {
    for state in ArticleState::ALL {
        let item = Item::in_state(state);
        for actor in [officer(), head(), leader()] {
            let clean = bulk_exclusions(&item.case(), CLEAN, &actor).is_empty();
            let alone = availability(&item.case(), &actor, ActKind::Approve).is_allowed();
            assert!(!clean || alone, "{state:?}");
        }
    }
}

#[test]
fn every_reason_has_its_key_and_says_what_to_do() {
    for exclusion in BulkExclusion::ALL {
        let json = serde_json::to_value(exclusion).unwrap();
        assert_eq!(json, exclusion.key());
        assert!(exclusion.message().ends_with('。'));
        assert!(exclusion.message().contains("打开稿件"), "{exclusion:?}");
    }
}

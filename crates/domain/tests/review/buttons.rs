//! What the SPA enables is what the server allows.

use lanmu_domain::review::{Act, ActKind, ArticleState, Refusal, allowed_acts, availability};

use crate::support::{Item, head, leader, officer};

#[test]
fn a_button_is_enabled_exactly_where_the_act_filled_in_well_is_allowed() {
    for state in ArticleState::ALL {
        let item = Item::in_state(state);
        for actor in [officer(), head(), leader()] {
            for button in allowed_acts(&item.case(), &actor) {
                let act = match button.act {
                    // The button stands beside one's own.
                    ActKind::TakeBackOverride => Act::TakeBackOverride {
                        given_by: actor.person_id,
                    },
                    kind => item.act(kind),
                };
                let decision = item.decide(&actor, &act);
                assert_eq!(
                    button.is_allowed(),
                    decision.is_ok(),
                    "{state:?} {:?}",
                    button.act
                );
                assert_eq!(button.refusals, decision.err().unwrap_or_default());
            }
        }
    }
}

#[test]
fn what_a_form_asks_for_does_not_disable_its_button() {
    let item = Item::in_state(ArticleState::Released);
    let button = availability(&item.case(), &officer(), ActKind::RecordPublication);
    assert!(button.is_allowed(), "{:?}", button.refusals);
}

#[test]
fn an_unfinished_draft_shows_why_it_cannot_be_submitted() {
    let mut item = Item::in_state(ArticleState::Draft);
    item.content.title.clear();
    let button = availability(&item.case(), &officer(), ActKind::Submit);
    assert_eq!(button.refusals, [Refusal::TitleMissing]);
    assert!(button.is_relevant() && !button.is_allowed());
    assert!(!availability(&item.case(), &head(), ActKind::Submit).is_relevant());
    assert!(!availability(&item.case(), &officer(), ActKind::Withdraw).is_relevant());
}

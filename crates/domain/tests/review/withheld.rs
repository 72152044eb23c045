//! 不予公开: who may assess it, what follows, and when the next time is.

use chrono::NaiveDate;
use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::{
    Act, ActKind, ArticleState, Refusal, SecrecyConclusion, WithheldVerdict, assessment_due,
};
use lanmu_domain::role::Role;

use crate::support::{DEPARTMENT, Item, head, leader, officer, person, withheld};

fn assess(verdict: WithheldVerdict, opinion: &str) -> Act {
    Act::AssessWithheld {
        verdict,
        opinion: opinion.to_owned(),
    }
}

#[test]
fn what_may_be_public_by_now_goes_back_and_needs_three_reviews() {
    let item = Item::in_state(ArticleState::Filed);
    let reopened = assess(WithheldVerdict::Reopened, "已经定稿印发");
    let outcome = item.decide(&leader(), &reopened).unwrap();
    assert_eq!(outcome.state, ArticleState::Returned);
    assert!(outcome.voids_signatures);
    let maintained = assess(WithheldVerdict::Maintained, "仍在讨论");
    let outcome = item.decide(&leader(), &maintained).unwrap();
    assert_eq!(outcome.state, ArticleState::Filed);
    assert!(!outcome.voids_signatures);
}

#[test]
fn only_what_is_withheld_is_assessed_and_never_without_a_reason() {
    let mut item = Item::in_state(ArticleState::Filed);
    let without = assess(WithheldVerdict::Maintained, " ");
    assert_eq!(
        item.decide(&leader(), &without),
        Err(vec![Refusal::ReasonMissing])
    );
    item.content.attribute = Some(PublicAttribute::OnRequest);
    assert_eq!(
        item.decide(&leader(), &item.act(ActKind::AssessWithheld)),
        Err(vec![Refusal::StateForbids])
    );
    let coordinator = person(9, &[(Role::Coordinator, DEPARTMENT)]);
    let filed = Item::in_state(ArticleState::Filed);
    assert_eq!(
        filed.decide(&coordinator, &filed.act(ActKind::AssessWithheld)),
        Err(vec![Refusal::RoleMissing])
    );
}

#[test]
fn what_is_withheld_may_be_sensitive_and_what_is_on_request_may_not() {
    for (attribute, fine) in [
        (PublicAttribute::Proactive, false),
        (PublicAttribute::OnRequest, false),
        (PublicAttribute::Withheld, true),
    ] {
        let mut item = Item::in_state(ArticleState::InSectionReview);
        item.content = withheld();
        item.content.attribute = Some(attribute);
        let act = Act::Approve {
            revision: item.revision.clone(),
            secrecy: Some(SecrecyConclusion::Sensitive),
            opinion: String::new(),
        };
        let decision = item.decide(&head(), &act);
        assert_eq!(decision.is_ok(), fine, "{attribute:?}");
    }
}

#[test]
fn findings_do_not_keep_back_what_is_not_to_be_public() {
    let mut item = Item::in_state(ArticleState::Draft);
    item.content = withheld();
    item.open_findings = 3;
    assert!(item.decide(&officer(), &Act::Submit).is_ok());
    item.content.attribute = Some(PublicAttribute::Proactive);
    assert_eq!(
        item.decide(&officer(), &Act::Submit),
        Err(vec![Refusal::FindingsOpen])
    );
}

#[test]
fn a_sensitive_conclusion_does_not_carry_over_to_publication() {
    let mut item = Item::in_state(ArticleState::Released);
    item.signatures[1].secrecy = Some(SecrecyConclusion::Sensitive);
    let act = item.act(ActKind::RecordPublication);
    assert_eq!(
        item.decide(&officer(), &act),
        Err(vec![Refusal::ApprovalsIncomplete])
    );
}

#[test]
fn the_next_time_is_a_year_on_and_exists_in_every_month() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(assessment_due(day(2026, 11, 23), 12), day(2027, 11, 23));
    assert_eq!(assessment_due(day(2028, 2, 29), 12), day(2029, 2, 28));
    assert_eq!(assessment_due(day(2026, 8, 31), 6), day(2027, 2, 28));
}

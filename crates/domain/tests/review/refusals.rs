//! Every refusal is produced, in the fixed order, and has words of its own.

use std::collections::HashSet;

use lanmu_domain::article::{PublicAttribute, Source};
use lanmu_domain::review::{
    Act, ActKind, ArticleState, EmergencyRelease, EmergencyVerdict, Refusal, ReturnTo,
    SecrecyConclusion, Stage,
};
use lanmu_domain::role::{Actor, Role};

use crate::support::{
    DEPARTMENT, HEAD, Item, LEADER, OFFICER, at, delegate, head, leader, officer, person,
    signature, withheld,
};

use ActKind as A;
use ArticleState as S;
use Refusal as R;

fn refused(item: &Item, actor: &Actor, act: &Act) -> Vec<Refusal> {
    item.decide(actor, act).expect_err("a refusal")
}

fn in_state(state: ArticleState, change: impl FnOnce(&mut Item)) -> Item {
    let mut item = Item::in_state(state);
    change(&mut item);
    item
}

fn approve(item: &Item, secrecy: Option<SecrecyConclusion>) -> Act {
    Act::Approve {
        revision: item.revision.clone(),
        secrecy,
        opinion: String::new(),
    }
}

fn publish(url: &str) -> Act {
    Act::RecordPublication {
        url: url.to_owned(),
    }
}

/// One way to each refusal, with exactly what comes back.
fn ways() -> Vec<(Vec<Refusal>, Item, Actor, Act)> {
    let clear = Some(SecrecyConclusion::Clear);
    let mut ways = Vec::new();
    let mut way = |refusals: &[Refusal], item: Item, actor: Actor, act: Act| {
        ways.push((refusals.to_vec(), item, actor, act));
    };
    let at_state = |state, kind: ActKind| {
        let item = Item::in_state(state);
        let act = item.act(kind);
        (item, act)
    };

    let (item, act) = at_state(S::Draft, A::Submit);
    way(&[R::RoleMissing], item, head(), act);
    let (item, act) = at_state(S::Published, A::Edit);
    way(&[R::StateForbids], item, officer(), act);
    let (item, act) = at_state(S::InSectionReview, A::Submit);
    way(&[R::ReviewOpen], item, officer(), act);

    let both = person(
        OFFICER,
        &[(Role::Officer, DEPARTMENT), (Role::SectionHead, DEPARTMENT)],
    );
    let item = in_state(S::InSectionReview, |i| i.author_id = 9);
    let act = item.act(A::Approve);
    way(&[R::SamePerson], item, both.clone(), act);
    let item = in_state(S::InSectionReview, |i| i.author_id = HEAD);
    let act = item.act(A::Approve);
    way(&[R::AuthorCannotReview], item, head(), act);
    let (item, act) = at_state(S::InSectionReview, A::Return);
    way(&[R::SamePerson, R::AuthorCannotReview], item, both, act);
    let (item, act) = at_state(S::InReleaseReview, A::Approve);
    let acted = in_state(S::InReleaseReview, |i| {
        i.signatures[1].person_id = 9;
        i.signatures[1].on_behalf_of = Some(LEADER);
    });
    way(&[R::SignedByDelegate], acted, leader(), act.clone());
    let of_head = delegate(9, &[(Role::Leader, HEAD)]);
    way(&[R::PrincipalSigned], item, of_head, act);
    let item = in_state(S::InSectionReview, |i| i.author_id = HEAD);
    let act = item.act(A::Approve);
    let of_author = delegate(9, &[(Role::SectionHead, HEAD)]);
    way(&[R::PrincipalIsAuthor], item, of_author, act);
    let (item, act) = at_state(S::InReleaseReview, A::Recall);
    way(
        &[R::NotSubmitter],
        item,
        person(9, &[(Role::Officer, DEPARTMENT)]),
        act,
    );

    let stale = |item: Item| {
        (
            item,
            Act::Return {
                revision: "old".into(),
                to: ReturnTo::Officer,
                reason: "错".into(),
            },
        )
    };
    let (item, act) = stale(Item::in_state(S::InReleaseReview));
    way(&[R::RevisionChanged], item, leader(), act);

    let item = in_state(S::Draft, |i| i.content.attribute = None);
    way(&[R::AttributeMissing], item, officer(), Act::Submit);
    let item = in_state(S::Returned, |i| {
        i.content.attribute = Some(PublicAttribute::Withheld)
    });
    way(
        &[R::AttributeReasonMissing, R::LegalBasisMissing],
        item,
        officer(),
        Act::Submit,
    );
    let item = in_state(S::Released, |i| i.content = withheld());
    way(
        &[R::AttributeNotPublishable],
        item,
        officer(),
        publish("http://a.cn"),
    );
    let item = in_state(S::Draft, |i| {
        i.content = withheld();
        i.content.source = reprint("四川日报", "http://a.cn/1");
    });
    way(&[R::ReprintAttribute], item, officer(), Act::Submit);

    let item = Item::in_state(S::InSectionReview);
    let act = approve(&item, None);
    way(&[R::SecrecyConclusionMissing], item, head(), act);
    let item = Item::in_state(S::InSectionReview);
    let act = approve(&item, Some(SecrecyConclusion::Sensitive));
    way(&[R::SecrecySensitive], item, head(), act);
    let item = Item::in_state(S::InReleaseReview);
    let act = approve(&item, clear);
    way(&[R::SecrecyConclusionNotAsked], item, leader(), act);

    let item = Item::in_state(S::InSectionReview);
    let act = Act::Return {
        revision: item.revision.clone(),
        to: ReturnTo::Officer,
        reason: " 　\u{200B}\n".into(),
    };
    way(&[R::ReasonMissing], item, head(), act);
    let item = Item::in_state(S::InSectionReview);
    let act = Act::Return {
        revision: item.revision.clone(),
        to: ReturnTo::Section,
        reason: "错".into(),
    };
    way(&[R::ReturnTargetClosed], item, head(), act);
    let item = Item::in_state(S::Published);
    way(
        &[R::ReasonMissing],
        item,
        leader(),
        Act::Withdraw {
            reason: String::new(),
        },
    );

    let item = in_state(S::Draft, |i| i.content.title = "　".to_owned());
    way(&[R::TitleMissing], item, officer(), Act::Submit);
    let item = in_state(S::Draft, |i| {
        i.content.body = "<p>&nbsp;<br></p>".to_owned()
    });
    way(&[R::BodyMissing], item, officer(), Act::Submit);
    let picture = lanmu_domain::attachment::address(&"a".repeat(64), "现场.jpg");
    let item = in_state(S::Draft, |i| {
        i.content.body = format!("<p>字</p><img src=\"{picture}\" alt=\"　\">");
    });
    way(&[R::PictureAltMissing], item, officer(), Act::Submit);
    for (name, url) in [
        ("", "http://a.cn/1"),
        ("四川日报", ""),
        ("四川日报", "a.cn/1"),
    ] {
        let source = reprint(name, url);
        let item = in_state(S::Draft, |i| i.content.source = source);
        way(&[R::SourceMissing], item, officer(), Act::Submit);
    }
    let item = in_state(S::Draft, |i| {
        i.content.source = Source::Reprint {
            name: "四川日报".to_owned(),
            url: "http://a.cn/1".to_owned(),
            at: None,
        };
    });
    way(&[R::SourceMissing], item, officer(), Act::Submit);

    let found = in_state(S::Draft, |i| i.open_findings = 2);
    way(&[R::FindingsOpen], found, officer(), Act::Submit);
    let (item, act) = at_state(S::InReleaseReview, A::TakeBackOverride);
    way(&[R::OverrideOfAnother], item, leader(), act);

    for url in ["", "www.scyanbian.gov.cn/1.html", "http://", "ftp://a.cn/"] {
        way(
            &[R::AddressInvalid],
            Item::in_state(S::Released),
            officer(),
            publish(url),
        );
    }
    let incomplete = in_state(S::Released, |i| i.signatures[1].secrecy = None);
    way(
        &[R::ApprovalsIncomplete],
        incomplete,
        officer(),
        publish("http://a.cn"),
    );
    let released = |verdict| {
        in_state(S::Published, |i| {
            i.emergency = Some(EmergencyRelease {
                person_id: LEADER,
                submitter_id: None,
                revision: i.revision.clone(),
                at: at(0),
                verdict,
            });
        })
    };
    let (item, act) = (released(None), item_act(A::ReviewEmergency));
    way(&[R::OwnEmergencyRelease], item, leader(), act.clone());
    let item = released(Some(EmergencyVerdict::Upheld));
    way(&[R::EmergencyReviewed], item, head(), act);
    let correcting = in_state(S::Published, |i| i.correction_open = true);
    way(&[R::CorrectionOpen], correcting, officer(), Act::Correct);
    ways
}

fn reprint(name: &str, url: &str) -> Source {
    Source::Reprint {
        name: name.to_owned(),
        url: url.to_owned(),
        at: Some(at(0)),
    }
}

fn item_act(kind: ActKind) -> Act {
    Item::in_state(ArticleState::Published).act(kind)
}

#[test]
fn every_refusal_is_produced_and_nothing_else_with_it() {
    let mut seen = HashSet::new();
    for (expected, item, actor, act) in ways() {
        assert_eq!(
            refused(&item, &actor, &act),
            expected,
            "{:?} {act:?}",
            item.state
        );
        seen.extend(expected);
    }
    for refusal in Refusal::ALL {
        assert!(seen.contains(&refusal), "no way to {refusal:?}");
    }
}

#[test]
fn all_reasons_come_at_once_in_the_fixed_order() {
    let item = in_state(S::InSectionReview, |i| {
        i.content.title.clear();
        i.content.body.clear();
        i.content.attribute = None;
        i.content.source = reprint("", "");
    });
    assert_eq!(
        refused(&item, &leader(), &Act::Submit),
        [
            R::RoleMissing,
            R::ReviewOpen,
            R::AttributeMissing,
            R::TitleMissing,
            R::BodyMissing,
            R::SourceMissing
        ]
    );
    let act = publish("no address");
    assert_eq!(
        refused(&Item::in_state(S::Draft), &head(), &act),
        [R::RoleMissing, R::StateForbids, R::AddressInvalid]
    );
}

#[test]
fn approvals_on_another_revision_by_too_few_or_without_clearance_do_not_count() {
    type Change = fn(&mut Item);
    let broken: [(&str, Change); 8] = [
        ("no first", |i| drop(i.signatures.remove(0))),
        ("no section", |i| drop(i.signatures.remove(1))),
        ("first on another revision", |i| {
            i.signatures[0].revision = "old".into()
        }),
        ("section on another revision", |i| {
            i.signatures[1].revision = "old".into()
        }),
        ("one person twice", |i| i.signatures[1].person_id = OFFICER),
        ("not concluded", |i| i.signatures[1].secrecy = None),
        ("sensitive", |i| {
            i.signatures[1].secrecy = Some(SecrecyConclusion::Sensitive)
        }),
        ("two at one stage", |i| {
            let again = signature(Stage::Section, 9, &i.revision);
            i.signatures.push(again);
        }),
    ];
    for (what, change) in broken {
        let item = in_state(S::Released, change);
        let act = item.act(A::RecordPublication);
        assert_eq!(
            refused(&item, &officer(), &act),
            [R::ApprovalsIncomplete],
            "{what}"
        );
        let item = in_state(S::InReleaseReview, change);
        let act = item.act(A::Approve);
        assert_eq!(
            refused(&item, &leader(), &act),
            [R::ApprovalsIncomplete],
            "{what}"
        );
    }
    let item = in_state(S::Released, |i| i.signatures[2].person_id = HEAD);
    let act = item.act(A::RecordPublication);
    assert_eq!(refused(&item, &officer(), &act), [R::ApprovalsIncomplete]);
}

#[test]
fn only_proactive_items_become_public_whatever_was_approved() {
    for attribute in PublicAttribute::ALL {
        let set = |i: &mut Item| {
            i.content.attribute = Some(attribute);
            i.content.attribute_reason = "理由".to_owned();
            i.content.legal_basis = "条例第十四条".to_owned();
        };
        for (state, actor, kind) in [
            (S::Draft, officer(), A::Submit),
            (S::InSectionReview, head(), A::Approve),
            (S::InReleaseReview, leader(), A::Approve),
            (S::Released, officer(), A::RecordPublication),
        ] {
            let item = in_state(state, set);
            let after = item.decide(&actor, &item.act(kind)).map(|o| o.state);
            let public = attribute.is_publishable();
            let expected = match state {
                S::Draft => Ok(S::InSectionReview),
                S::InSectionReview => Ok(S::InReleaseReview),
                S::InReleaseReview if public => Ok(S::Released),
                S::InReleaseReview => Ok(S::Filed),
                _ if public => Ok(S::Published),
                _ => Err(vec![R::AttributeNotPublishable]),
            };
            assert_eq!(after, expected, "{attribute:?} {state:?}");
        }
    }
}

#[test]
fn no_time_of_the_release_keeps_a_publication_from_being_recorded() {
    for second in [-86_400, 185, 86_400] {
        let item = in_state(S::Released, |i| i.signatures[2].at = at(second));
        assert!(item.decide(&officer(), &publish("http://a.cn")).is_ok());
    }
}

#[test]
fn the_leader_who_wrote_the_text_cannot_release_it_but_another_can() {
    let item = in_state(S::InReleaseReview, |i| i.author_id = LEADER);
    let act = item.act(A::Approve);
    assert_eq!(refused(&item, &leader(), &act), [R::AuthorCannotReview]);
    assert!(
        item.decide(&person(9, &[(Role::Leader, DEPARTMENT)]), &act)
            .is_ok()
    );
}

#[test]
fn every_refusal_has_words_of_its_own() {
    let messages: HashSet<_> = Refusal::ALL.iter().map(|r| r.message()).collect();
    assert_eq!(messages.len(), Refusal::ALL.len());
    for refusal in Refusal::ALL {
        assert!(refusal.message().ends_with('。'), "{refusal:?}");
    }
}

//! Random sequences of acts by people with several posts, against an independent account of who
//! approved what.

use std::collections::HashSet;

use lanmu_domain::article::PublicAttribute;
use lanmu_domain::review::{
    Act, ActKind, ArticleState, Case, EmergencyRelease, EmergencyVerdict, ReturnTo,
    SecrecyConclusion, Signature, Stage, WithheldVerdict, decide, stands_in,
};
use lanmu_domain::role::{Actor, Role};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::support::{DEPARTMENT, ELSEWHERE, at, content, delegate, person, withheld};

/// A step: who does what, with the choices of the form.
#[derive(Clone, Debug)]
struct Step {
    person: usize,
    kind: ActKind,
    /// Text of the edit: few, so that an edit often comes back to an earlier content.
    text: u8,
    proactive: bool,
    stale: bool,
    secrecy: Option<SecrecyConclusion>,
    to: ReturnTo,
}

fn people() -> impl Strategy<Value = Vec<Actor>> {
    let role = prop_oneof![
        Just(Role::Officer),
        Just(Role::SectionHead),
        Just(Role::Leader)
    ];
    let department = prop_oneof![6 => Just(DEPARTMENT), 1 => Just(ELSEWHERE)];
    let posts = prop::collection::vec((role, department), 1..4);
    // For whom a person stands in: the index of the principal, often oneself, which is nobody.
    let principal = 0..8_usize;
    prop::collection::vec((posts, principal), 3..6).prop_map(|all| {
        let people: Vec<Actor> = (1..)
            .zip(&all)
            .map(|(id, (posts, _))| person(id, posts))
            .collect();
        let mut acting = people.clone();
        for (actor, (_, principal)) in acting.iter_mut().zip(&all) {
            let Some(principal) = people.get(*principal) else {
                continue;
            };
            let here: Vec<(Role, i64)> = principal
                .posts
                .iter()
                .filter(|post| post.department_id == Some(DEPARTMENT))
                .map(|post| (post.role, principal.person_id))
                .collect();
            if principal.person_id != actor.person_id {
                actor.delegated = delegate(actor.person_id, &here).delegated;
            }
        }
        acting
    })
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let kind = prop_oneof![
        1 => Just(ActKind::Edit),
        4 => Just(ActKind::Submit),
        8 => Just(ActKind::Approve),
        1 => Just(ActKind::Return),
        1 => Just(ActKind::Recall),
        4 => Just(ActKind::RecordPublication),
        1 => Just(ActKind::EmergencyRelease),
        2 => Just(ActKind::ReviewEmergency),
        1 => Just(ActKind::AssessWithheld),
    ];
    let secrecy = prop_oneof![
        1 => Just(Some(SecrecyConclusion::Sensitive)),
        4 => Just(Some(SecrecyConclusion::Clear)),
        4 => Just(None),
    ];
    let step = (
        0..6_usize,
        kind,
        0..3_u8,
        prop::bool::weighted(0.8),
        prop::bool::weighted(0.1),
        secrecy,
        prop::sample::select(ReturnTo::ALL.to_vec()),
    )
        .prop_map(|(person, kind, text, proactive, stale, secrecy, to)| Step {
            person,
            kind,
            text,
            proactive,
            stale,
            secrecy,
            to,
        });
    prop::collection::vec(step, 0..80)
}

/// What an auditor notes down, by looking only at which acts were allowed.
#[derive(Default)]
struct Notes {
    /// Stage, people, revision, since the content or the review last changed.
    approvals: Vec<(Stage, Vec<i64>, String, Option<SecrecyConclusion>)>,
    author: i64,
    /// Who released which revision in an emergency.
    emergency: Option<(Actor, String)>,
}

impl Notes {
    fn leader_released(&self, revision: &str) -> bool {
        self.emergency.as_ref().is_some_and(|(by, released)| {
            let leads = by.post_in(Role::Leader, DEPARTMENT).is_some();
            leads && released == revision && by.person_id != self.author
        })
    }

    /// Three people, three stages, and the secrecy found clear, or looked at where it is withheld.
    fn three_approved(&self, revision: &str, withheld: bool) -> bool {
        let on_this: Vec<_> = self.approvals.iter().filter(|a| a.2 == revision).collect();
        let people: Vec<i64> = on_this.iter().flat_map(|a| a.1.clone()).collect();
        let persons: HashSet<_> = people.iter().collect();
        let stages: HashSet<_> = on_this.iter().map(|a| a.0).collect();
        let conclusions: Vec<_> = on_this.iter().filter_map(|a| a.3).collect();
        on_this.len() == 3
            && persons.len() == people.len()
            && stages.len() == 3
            && conclusions.len() == 1
            && (withheld || conclusions == [SecrecyConclusion::Clear])
            && on_this
                .iter()
                .all(|a| a.0 == Stage::First || !a.1.contains(&self.author))
    }
}

/// What a step finds where it reviews an emergency release.
fn verdict(step: &Step) -> EmergencyVerdict {
    if step.proactive {
        EmergencyVerdict::Upheld
    } else {
        EmergencyVerdict::WithdrawalOrdered
    }
}

/// Runs the steps as the server would; gives the states that were reached.
fn run(people: &[Actor], steps: &[Step]) -> Result<HashSet<ArticleState>, TestCaseError> {
    let mut content = content();
    let mut state = ArticleState::Draft;
    let mut signatures: Vec<Signature> = Vec::new();
    let mut emergency: Option<EmergencyRelease> = None;
    let mut notes = Notes {
        author: 1,
        ..Notes::default()
    };
    let mut reached = HashSet::from([state]);
    for (second, step) in (0_i64..).zip(steps) {
        let now = at(second * 60);
        let actor = &people[step.person % people.len()];
        let revision = content.revision_hash();
        let seen = if step.stale {
            "another revision".to_owned()
        } else {
            revision.clone()
        };
        let act = match step.kind {
            ActKind::Edit => Act::Edit,
            ActKind::Submit => Act::Submit,
            ActKind::Approve => Act::Approve {
                revision: seen,
                secrecy: step.secrecy,
                opinion: String::new(),
            },
            ActKind::Return => Act::Return {
                revision: seen,
                to: step.to,
                reason: "错".to_owned(),
            },
            ActKind::Recall => Act::Recall,
            ActKind::RecordPublication => Act::RecordPublication {
                url: "http://a.cn/1".to_owned(),
            },
            ActKind::EmergencyRelease => Act::EmergencyRelease {
                revision: seen,
                reason: "急".to_owned(),
            },
            ActKind::ReviewEmergency => Act::ReviewEmergency {
                verdict: verdict(step),
                opinion: "错".to_owned(),
            },
            ActKind::AssessWithheld => Act::AssessWithheld {
                verdict: if step.text == 0 {
                    WithheldVerdict::Reopened
                } else {
                    WithheldVerdict::Maintained
                },
                opinion: "仍在讨论".to_owned(),
            },
            ActKind::Correct
            | ActKind::OverrideFinding
            | ActKind::TakeBackOverride
            | ActKind::Withdraw
            | ActKind::Delete => continue,
        };
        let case = Case {
            state,
            department_id: DEPARTMENT,
            content: &content,
            revision: &revision,
            author_id: notes.author,
            signatures: &signatures,
            open_findings: 0,
            correction_open: false,
            emergency: emergency.as_ref(),
        };
        let on_behalf_of =
            stands_in(&case, actor, step.kind).map(|delegated| delegated.principal_id);
        let signing: Vec<i64> = std::iter::once(actor.person_id)
            .chain(on_behalf_of)
            .collect();
        let Ok(outcome) = decide(&case, actor, &act) else {
            continue;
        };
        signatures.retain(|signature| !outcome.voids(signature.stage));
        if let Some(stage) = outcome.signs {
            signatures.push(Signature {
                stage,
                person_id: actor.person_id,
                on_behalf_of,
                revision: revision.clone(),
                secrecy: step.secrecy.filter(|_| step.kind == ActKind::Approve),
                at: now,
            });
        }
        state = outcome.state;
        reached.insert(state);

        match step.kind {
            ActKind::Edit => {
                content.title = format!("标题{}", step.text);
                content.attribute = Some(if step.proactive {
                    PublicAttribute::Proactive
                } else {
                    PublicAttribute::Withheld
                });
                if !step.proactive {
                    content.attribute_reason = withheld().attribute_reason;
                    content.legal_basis = withheld().legal_basis;
                }
                notes = Notes {
                    author: actor.person_id,
                    ..Notes::default()
                };
                emergency = None;
            }
            ActKind::Submit => {
                notes.approvals = vec![(Stage::First, signing, revision, None)];
            }
            ActKind::Approve => {
                // Counted, not asked of the outcome.
                let stage = if notes.approvals.len() == 1 {
                    Stage::Section
                } else {
                    Stage::Release
                };
                notes
                    .approvals
                    .push((stage, signing, revision, step.secrecy));
            }
            // The submission stands where the second review is only done again.
            ActKind::Return if step.to == ReturnTo::Section => notes.approvals.truncate(1),
            ActKind::Return | ActKind::Recall => notes.approvals.clear(),
            ActKind::EmergencyRelease => {
                notes.approvals.clear();
                notes.emergency = Some((actor.clone(), revision.clone()));
                emergency = Some(EmergencyRelease {
                    person_id: actor.person_id,
                    submitter_id: None,
                    revision,
                    at: now,
                    verdict: None,
                });
            }
            ActKind::ReviewEmergency => {
                let (released_by, _) = notes.emergency.as_ref().unwrap();
                prop_assert_ne!(released_by.person_id, actor.person_id);
                prop_assert_ne!(notes.author, actor.person_id);
                // As the server does: what was ordered withdrawn before it was public is void.
                if state == ArticleState::Returned {
                    emergency = None;
                    notes.emergency = None;
                } else if let Some(release) = &mut emergency {
                    prop_assert_eq!(release.verdict, None);
                    release.verdict = Some(verdict(step));
                }
            }
            ActKind::AssessWithheld => {
                let leads = |who: &Actor| who.post_in(Role::Leader, DEPARTMENT).is_some();
                prop_assert!(leads(actor) || on_behalf_of.is_some());
                if state == ArticleState::Returned {
                    notes.approvals.clear();
                }
            }
            ActKind::RecordPublication
            | ActKind::Withdraw
            | ActKind::Correct
            | ActKind::OverrideFinding
            | ActKind::TakeBackOverride
            | ActKind::Delete => {}
        }
        if matches!(state, ArticleState::Released | ArticleState::Published) {
            let hash = content.revision_hash();
            prop_assert!(
                notes.three_approved(&hash, false) || notes.leader_released(&hash),
                "{:?}",
                notes.approvals
            );
            prop_assert_eq!(content.attribute, Some(PublicAttribute::Proactive));
        }
        if state == ArticleState::Filed {
            let approved = notes.three_approved(&content.revision_hash(), true);
            prop_assert!(approved, "{:?}", notes.approvals);
            prop_assert_eq!(content.attribute, Some(PublicAttribute::Withheld));
        }
    }
    Ok(reached)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_is_released_but_by_three_people_or_by_a_leader_in_an_emergency(
        people in people(), steps in steps()
    ) {
        run(&people, &steps)?;
    }
}

#[test]
fn the_random_sequences_do_reach_every_state() {
    let mut runner = TestRunner::deterministic();
    let mut reached = HashSet::new();
    for _ in 0..2_000 {
        let (people, steps) = (people(), steps()).new_tree(&mut runner).unwrap().current();
        reached.extend(run(&people, &steps).unwrap());
    }
    for state in ArticleState::ALL {
        // A correction is another item: see `correction.rs` of the server's tests.
        let here = state != ArticleState::Corrected;
        assert_eq!(reached.contains(&state), here, "{state:?}");
    }
}

//! Role × act × state over HTTP, compared with one table. What is not in the table is refused and
//! changes nothing.
//!
//! A new state or act does not compile until it is classified: in [`allowed`] who may, in
//! [`bring`] how an item comes to the state, in [`ask`] what the request carries.

use std::collections::BTreeMap;

use lanmu_api::path;
use lanmu_domain::review::{ActKind, ArticleState};
use lanmu_domain::role::Role;
use serde_json::{Value, json};

use crate::correction::corrected;
use crate::scene::{Scene, content, draft, filed, id_of, in_release, in_section, released};
use crate::support::{Actor, Reply};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    /// Who wrote and submitted the item.
    Officer,
    /// Another officer of the department.
    Colleague,
    /// The section head, who has not signed where the item waits for stage 2.
    SectionHead,
    /// The leader, who has not signed where it waits for stage 3.
    Leader,
    /// Stands in for the section head; a section head elsewhere.
    ForSectionHead,
    /// Stands in for the leader; a leader elsewhere.
    ForLeader,
    OtherOfficer,
    OtherSectionHead,
    OtherLeader,
    Coordinator,
    SystemAdministrator,
    SecurityAdministrator,
    AuditAdministrator,
}

/// The table: everybody who may, and nobody else.
fn allowed(state: ArticleState, act: ActKind) -> &'static [Who] {
    use ActKind as A;
    use ArticleState as S;
    use Who::{Colleague, ForLeader, ForSectionHead, Leader, Officer, SectionHead};
    match act {
        A::Edit => match state {
            S::Draft
            | S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Filed => &[Officer, Colleague],
            S::Published | S::Withdrawn | S::Corrected => &[],
        },
        A::Submit => match state {
            S::Draft | S::Returned => &[Officer, Colleague],
            S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::Approve | A::Return => match state {
            S::InSectionReview => &[SectionHead, ForSectionHead],
            S::InReleaseReview => &[Leader, ForLeader],
            S::Draft
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::Recall => match state {
            S::InSectionReview | S::InReleaseReview => &[Officer],
            S::Draft
            | S::Returned
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::RecordPublication => match state {
            S::Released => &[Officer, Colleague],
            S::Draft
            | S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::Withdraw => match state {
            S::Published => &[Leader, ForLeader],
            S::Draft
            | S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::OverrideFinding => match state {
            S::Draft | S::Returned => &[Officer, Colleague],
            S::InSectionReview => &[SectionHead, ForSectionHead],
            S::InReleaseReview | S::Released => &[Leader, ForLeader],
            S::Published | S::Withdrawn | S::Corrected | S::Filed => &[],
        },
        // The officer gave the reason: whoever may edit takes it back, no reviewer does.
        A::TakeBackOverride => match state {
            S::Draft | S::Returned => &[Officer, Colleague],
            S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::Correct => match state {
            S::Published => &[Officer, Colleague],
            S::Draft
            | S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::EmergencyRelease => match state {
            S::Draft | S::Returned | S::InSectionReview | S::InReleaseReview => &[Leader],
            S::Released | S::Published | S::Withdrawn | S::Corrected | S::Filed => &[],
        },
        // Nothing here was released in an emergency: see `emergency.rs`.
        A::ReviewEmergency => match state {
            S::Draft
            | S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
        A::AssessWithheld => match state {
            S::Filed => &[Leader, ForLeader],
            S::Draft
            | S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected => &[],
        },
        A::Delete => match state {
            S::Draft => &[Officer, Colleague],
            S::Returned
            | S::InSectionReview
            | S::InReleaseReview
            | S::Released
            | S::Published
            | S::Withdrawn
            | S::Corrected
            | S::Filed => &[],
        },
    }
}

/// An item in this state, brought there by the people of the department.
async fn bring(scene: &Scene, state: ArticleState) -> Value {
    match state {
        ArticleState::Draft => draft(scene).await,
        ArticleState::InSectionReview => in_section(scene).await,
        ArticleState::InReleaseReview => in_release(scene).await,
        ArticleState::Returned => {
            let view = in_section(scene).await;
            scene.head.send_back(&view, "缺附件").await.expect(200)
        }
        ArticleState::Released => released(scene).await,
        ArticleState::Published => {
            let view = released(scene).await;
            scene.officer.publish(&view, &[]).await.expect(200)
        }
        ArticleState::Corrected => corrected(scene).await,
        ArticleState::Filed => filed(scene).await,
        ArticleState::Withdrawn => {
            let view = released(scene).await;
            let view = scene.officer.publish(&view, &[]).await.expect(200);
            let reason = json!({ "reason": "内容有误" });
            scene
                .leader
                .act(&view, "withdraw", reason)
                .await
                .expect(200)
        }
    }
}

/// An item in this state as the act needs it: for those about findings of the secrecy check with
/// one, of a term that the site's list has had only since.
async fn bring_for(scene: &Scene, state: ArticleState, act: ActKind) -> Value {
    let with_finding = matches!(act, ActKind::OverrideFinding | ActKind::TakeBackOverride);
    scene.retire_terms().await;
    let view = bring(scene, state).await;
    if !with_finding {
        return view;
    }
    let term = json!({ "wrong": "春耕", "right": null, "category": "用语", "note": "" });
    let body = json!({ "term": term });
    scene.coordinator.post(path::TERMS, &body).await.expect(201);
    let address = path::article(id_of(&view));
    let view = scene.officer.get(&address).await.expect(200);
    if act == ActKind::OverrideFinding {
        return view;
    }
    let key = view["findings"][0]["key"].as_str().expect("a finding");
    scene.give_reason(id_of(&view), key, &scene.officer).await;
    scene.officer.get(&address).await.expect(200)
}

/// The finding that an act is about.
fn key_of(view: &Value) -> Value {
    view["findings"][0]["key"].clone()
}

/// The request of an act, filled in without fault.
async fn ask(scene: &Scene, who: &Actor, act: ActKind, view: &Value) -> Reply {
    let (verb, body) = match act {
        ActKind::Edit => {
            let body = json!({ "version": view["version"], "content": content(scene.policy) });
            return who.put(&path::article(id_of(view)), &body).await;
        }
        ActKind::Submit => ("submit", json!({})),
        ActKind::Approve => {
            let secrecy = (view["row"]["state"] == "in_section_review").then_some("clear");
            let body = json!({ "revision": view["revision"], "secrecy": secrecy });
            ("approve", body)
        }
        ActKind::Return => {
            let body = json!({ "revision": view["revision"], "reason": "缺附件" });
            ("return", body)
        }
        ActKind::Recall => ("recall", json!({})),
        ActKind::RecordPublication => {
            let body = json!({
                "url": "https://www.example.gov.cn/t1.html",
                "published_at": view["row"]["since"],
            });
            ("publication", body)
        }
        ActKind::Withdraw => ("withdraw", json!({ "reason": "内容有误" })),
        ActKind::OverrideFinding => {
            let body = json!({ "key": key_of(view), "reason": "单位公开的联系方式" });
            ("override-finding", body)
        }
        ActKind::TakeBackOverride => ("take-back-override", json!({ "key": key_of(view) })),
        ActKind::Correct => ("correct", json!({})),
        ActKind::EmergencyRelease => {
            let body = json!({ "revision": view["revision"], "reason": "汛情紧急" });
            ("emergency-release", body)
        }
        ActKind::ReviewEmergency => ("emergency-review", json!({ "verdict": "upheld" })),
        ActKind::AssessWithheld => {
            let body = json!({ "verdict": "maintained", "opinion": "仍在讨论" });
            ("assessment", body)
        }
        ActKind::Delete => ("delete", json!({})),
    };
    who.act(view, verb, body).await
}

/// Everybody who asks, with both delegations in force.
async fn people(scene: &Scene) -> BTreeMap<Who, Actor> {
    let server = &scene.server;
    let finance = Some("县财政局");
    let stands_in = server.newcomer(Role::SectionHead, finance).await;
    let leads_in = server.newcomer(Role::Leader, finance).await;
    scene
        .pass_on(&scene.head, Role::SectionHead, &stands_in, 60)
        .await;
    scene
        .pass_on(&scene.leader, Role::Leader, &leads_in, 60)
        .await;
    BTreeMap::from([
        (Who::Officer, scene.officer.clone()),
        (Who::Colleague, scene.colleague.clone()),
        (Who::SectionHead, scene.head.clone()),
        (Who::Leader, scene.leader.clone()),
        (Who::ForSectionHead, stands_in),
        (Who::ForLeader, leads_in),
        (Who::OtherOfficer, scene.finance_officer.clone()),
        (Who::OtherSectionHead, scene.finance_head.clone()),
        (Who::OtherLeader, server.leader("县财政局").await),
        (Who::Coordinator, scene.coordinator.clone()),
        (Who::SystemAdministrator, scene.administrator.clone()),
        (
            Who::SecurityAdministrator,
            server.security_administrator().await,
        ),
        (Who::AuditAdministrator, scene.auditor.clone()),
    ])
}

#[tokio::test]
async fn every_role_does_to_every_state_what_the_table_says() {
    let scene = Scene::new().await;
    let people = people(&scene).await;
    let mut done = 0;
    for state in ArticleState::ALL {
        for act in ActKind::ALL {
            let mut view = bring_for(&scene, state, act).await;
            assert_eq!(view["row"]["state"], state.key(), "the way to the state");
            for (who, actor) in &people {
                let answer = ask(&scene, actor, act, &view).await;
                let cell = format!("{who:?} {act:?} {state:?}: {}", answer.text);
                if allowed(state, act).contains(who) {
                    assert_eq!(answer.status, 200, "{cell}");
                    done += 1;
                    view = bring_for(&scene, state, act).await;
                    continue;
                }
                assert!(matches!(answer.status, 403 | 404 | 409), "{cell}");
                let now = scene.officer.get(&path::article(id_of(&view))).await;
                assert_eq!(now.expect(200), view, "nothing changed: {cell}");
            }
        }
    }
    let table: usize = ArticleState::ALL
        .into_iter()
        .flat_map(|state| ActKind::ALL.map(|act| allowed(state, act).len()))
        .sum();
    assert_eq!(done, table);
    assert!(scene.ledger_is_intact().await);
}

//! 委托代办: what keeps a delegation from being made.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{DateTime, Duration, FixedOffset};
use lanmu_domain::delegation::{
    By, DelegationProblem as P, Other, OwnPost, Plan, Span, check, signed_name,
};
use lanmu_domain::role::{Post, Role};

const PRINCIPAL: i64 = 1;
const DELEGATE: i64 = 2;
const THIRD: i64 = 3;
const HERE: i64 = 7;
const ELSEWHERE: i64 = 8;
const POST: i64 = 70;

fn now() -> DateTime<FixedOffset> {
    "2026-03-11T10:00:30+08:00".parse().expect("a time")
}

/// The posts of the delegate where nothing is said.
static COLLEAGUE: LazyLock<Vec<Post>> = LazyLock::new(|| held(Role::Officer, Some(HERE)));

/// From so many days from now to so many.
fn days(from: i64, until: i64) -> Span {
    Span {
        from: now() + Duration::days(from),
        until: now() + Duration::days(until),
    }
}

fn held(role: Role, department_id: Option<i64>) -> Vec<Post> {
    vec![Post {
        role,
        department_id,
        title: String::new(),
    }]
}

fn other(principal_id: i64, delegate_id: i64, post_id: i64, span: Span) -> Other {
    Other {
        principal_id,
        delegate_id,
        post_id,
        span,
    }
}

/// What is wrong with a plan that is right but for the change.
fn wrong<'a>(change: impl FnOnce(&mut Plan<'a>)) -> Vec<P> {
    let mut plan = Plan {
        now: now(),
        by: By::Principal,
        principal_id: PRINCIPAL,
        post: Some(OwnPost {
            id: POST,
            role: Role::SectionHead,
            department_id: HERE,
        }),
        delegate_id: DELEGATE,
        delegate_posts: &COLLEAGUE,
        span: days(0, 5),
        others: &[],
    };
    change(&mut plan);
    check(&plan).err().unwrap_or_default()
}

#[test]
fn every_reason_is_produced_alone() {
    let role = |role| {
        move |plan: &mut Plan<'_>| {
            plan.post = Some(OwnPost {
                id: POST,
                role,
                department_id: HERE,
            });
        }
    };
    let busy = [other(PRINCIPAL, THIRD, POST, days(4, 6))];
    let away = [other(DELEGATE, THIRD, 71, days(-1, 1))];
    let standing = [other(THIRD, PRINCIPAL, 72, days(4, 9))];
    let found = [
        wrong(|plan| plan.post = None),
        wrong(role(Role::Officer)),
        wrong(|plan| plan.span.from = now() - Duration::minutes(1)),
        wrong(|plan| plan.span = days(366, 370)),
        wrong(|plan| plan.span.until = plan.span.from),
        wrong(|plan| plan.span = days(1, 92)),
        wrong(|plan| plan.delegate_id = PRINCIPAL),
        wrong(|plan| plan.by = By::Administrator(DELEGATE)),
        wrong(|plan| plan.delegate_posts = &[]),
        wrong(|plan| plan.others = &busy),
        wrong(|plan| plan.others = &away),
        wrong(|plan| plan.others = &standing),
    ];
    assert_eq!(found.concat(), P::ALL);
    let words: HashSet<_> = P::ALL.iter().map(|problem| problem.message()).collect();
    assert_eq!(words.len(), P::ALL.len());
}

#[test]
fn a_plan_at_its_limits_is_right() {
    assert!(wrong(|_| {}).is_empty());
    assert!(wrong(|plan| plan.span.from = now() - Duration::seconds(30)).is_empty());
    assert!(wrong(|plan| plan.span = days(365, 455)).is_empty());
    assert!(wrong(|plan| plan.by = By::Administrator(THIRD)).is_empty());
    let after = [
        other(PRINCIPAL, THIRD, POST, days(-5, 0)),
        other(DELEGATE, THIRD, 71, days(5, 9)),
        other(PRINCIPAL, THIRD, 73, days(0, 5)),
    ];
    assert!(wrong(|plan| plan.others = &after).is_empty());
}

#[test]
fn there_and_back_is_a_loop_and_refused() {
    let back = [other(DELEGATE, PRINCIPAL, 71, days(2, 3))];
    assert_eq!(
        wrong(|plan| plan.others = &back),
        [P::DelegateIsAway, P::PrincipalStandsIn]
    );
}

#[test]
fn who_may_stand_in() {
    for (role, department, fits) in [
        (Role::Officer, Some(HERE), true),
        (Role::SectionHead, Some(HERE), true),
        (Role::Leader, Some(HERE), true),
        (Role::SectionHead, Some(ELSEWHERE), true),
        (Role::Officer, Some(ELSEWHERE), false),
        (Role::Leader, Some(ELSEWHERE), false),
        (Role::Coordinator, None, false),
        (Role::SecurityAdministrator, None, false),
    ] {
        let posts = held(role, department);
        let found = wrong(|plan| plan.delegate_posts = &posts);
        assert_eq!(found.is_empty(), fits, "{role:?} {department:?}");
    }
}

#[test]
fn the_name_says_both() {
    assert_eq!(signed_name("乙", Some("甲")), "乙代甲");
    assert_eq!(signed_name("乙", None), "乙");
    assert_eq!(signed_name("乙", Some("")), "乙");
}

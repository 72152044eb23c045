//! The table role × permission, executed, and the separation of the three administrators.
#![allow(clippy::unwrap_used)]

use std::collections::HashSet;

use chrono::DateTime;
use lanmu_domain::permission::{
    Permission, conflicting_posts, of_role, sees_department, sees_items,
};
use lanmu_domain::role::{Actor, DelegatedPost, Post, Role};

use Permission as P;

const WATER: i64 = 7;
const FORESTRY: i64 = 8;

const ADMINISTRATORS: [Role; 3] = [
    Role::SystemAdministrator,
    Role::SecurityAdministrator,
    Role::AuditAdministrator,
];

fn holder(posts: &[(Role, Option<i64>)]) -> Actor {
    let posts = posts
        .iter()
        .map(|(role, department_id)| Post {
            role: *role,
            department_id: *department_id,
            title: String::new(),
        })
        .collect();
    Actor::new(1, posts)
}

fn one(role: Role) -> Actor {
    holder(&[(role, role.is_departmental().then_some(WATER))])
}

#[test]
fn who_stands_in_opens_the_inbox_and_sees_items_and_nothing_else() {
    let mut actor = one(Role::Officer);
    actor.delegated = vec![DelegatedPost {
        delegation_id: 1,
        principal_id: 2,
        principal_name: "甲".to_owned(),
        post: Post {
            role: Role::SectionHead,
            department_id: Some(FORESTRY),
            title: String::new(),
        },
        until: DateTime::UNIX_EPOCH.fixed_offset(),
    }];
    for permission in P::ALL {
        let own = permission.held(&one(Role::Officer));
        let inbox = permission == P::ReviewArticles;
        assert_eq!(permission.held(&actor), own || inbox, "{permission:?}");
    }
    assert!(sees_items(&actor, FORESTRY) && sees_items(&actor, WATER));
    assert!(!sees_department(&actor, FORESTRY));
}

/// Who holds it. Exhaustive: a new permission does not compile until it is classified.
fn holders(permission: Permission) -> &'static [Role] {
    use Role::{
        AuditAdministrator, Coordinator, Leader, Officer, SectionHead, SecurityAdministrator,
        SystemAdministrator,
    };
    match permission {
        P::ViewToday => &Role::ALL,
        P::ViewOwnMatrix | P::ViewCalendar => &[Officer, SectionHead, Leader, Coordinator],
        P::ViewWholeMatrix | P::ManageMatrix => &[Coordinator],
        P::ReviewArticles => &[SectionHead, Leader],
        P::WriteArticles => &[Officer],
        P::ViewOwnLedger => &[
            Officer,
            SectionHead,
            Leader,
            Coordinator,
            AuditAdministrator,
        ],
        P::ViewWholeLedger => &[Coordinator, AuditAdministrator],
        P::VerifyLedger => &[AuditAdministrator],
        P::RegisterEvents => &[Officer, Coordinator],
        P::ManageCalendar => &[Coordinator, SystemAdministrator],
        P::ManagePeople | P::BackUp => &[SystemAdministrator],
        P::ManageTerms => &[Coordinator],
        P::GrantPosts => &[SecurityAdministrator],
        P::KeepRoster => &[Officer, SectionHead, Leader, Coordinator],
        P::ManageRosters => &[Coordinator],
    }
}

#[test]
fn every_role_holds_what_the_table_says_and_nothing_else() {
    for role in Role::ALL {
        for permission in Permission::ALL {
            assert_eq!(
                permission.held(&one(role)),
                holders(permission).contains(&role),
                "{role:?} {permission:?}"
            );
        }
        assert_eq!(
            Permission::granted(&one(role)),
            of_role(role),
            "in the order of ALL"
        );
    }
}

#[test]
fn whoever_holds_no_post_gets_nothing() {
    assert!(Permission::granted(&holder(&[])).is_empty());
    assert!(!sees_department(&holder(&[]), WATER));
}

#[test]
fn no_administrator_can_do_anothers_work() {
    for role in ADMINISTRATORS {
        for other in ADMINISTRATORS {
            let shared: HashSet<_> = of_role(role)
                .iter()
                .filter(|p| of_role(other).contains(p))
                .collect();
            if role != other {
                assert_eq!(shared, HashSet::from([&P::ViewToday]), "{role:?} {other:?}");
            }
        }
        for forbidden in [
            P::WriteArticles,
            P::ReviewArticles,
            P::ManageMatrix,
            P::RegisterEvents,
        ] {
            assert!(!forbidden.held(&one(role)), "{role:?} {forbidden:?}");
        }
    }
    assert!(!P::GrantPosts.held(&one(Role::SystemAdministrator)));
    assert!(!P::ManagePeople.held(&one(Role::SecurityAdministrator)));
    assert!(!P::BackUp.held(&one(Role::SecurityAdministrator)));
    assert!(!P::BackUp.held(&one(Role::AuditAdministrator)));
}

#[test]
fn two_administrators_posts_in_one_hand_are_worth_none() {
    for role in ADMINISTRATORS {
        for other in ADMINISTRATORS {
            let both = holder(&[(role, None), (other, None), (Role::Officer, Some(WATER))]);
            if role == other {
                assert_eq!(conflicting_posts(&both.posts), None);
                continue;
            }
            let (first, second) = conflicting_posts(&both.posts).unwrap();
            assert_eq!(HashSet::from([first, second]), HashSet::from([role, other]));
            assert_eq!(
                Permission::granted(&both),
                of_role(Role::Officer),
                "{role:?} {other:?}"
            );
            assert!(!P::GrantPosts.held_in(&both, WATER));
        }
    }
}

#[test]
fn posts_add_up() {
    let both = holder(&[(Role::Officer, Some(WATER)), (Role::Coordinator, None)]);
    assert!(P::WriteArticles.held(&both) && P::ManageMatrix.held(&both));
    assert!(!P::ReviewArticles.held(&both));
}

#[test]
fn a_departmental_permission_is_held_in_that_department_only() {
    let person = holder(&[(Role::Officer, Some(WATER)), (Role::Leader, Some(FORESTRY))]);
    assert!(
        P::WriteArticles.held_in(&person, WATER) && !P::WriteArticles.held_in(&person, FORESTRY)
    );
    assert!(
        P::ReviewArticles.held_in(&person, FORESTRY) && !P::ReviewArticles.held_in(&person, WATER)
    );
    assert!(P::ViewWholeMatrix.held_in(&one(Role::Coordinator), FORESTRY));
}

#[test]
fn departments_are_seen_by_their_own_people_and_the_coordinator() {
    for role in Role::ALL {
        let sees = |department| sees_department(&one(role), department);
        assert_eq!(
            sees(WATER),
            role.is_departmental() || role == Role::Coordinator,
            "{role:?}"
        );
        assert_eq!(sees(FORESTRY), role == Role::Coordinator, "{role:?}");
    }
}

#[test]
fn a_post_in_the_wrong_place_does_not_count() {
    assert!(Permission::granted(&holder(&[(Role::Leader, None)])).is_empty());
    let tied = holder(&[(Role::Coordinator, Some(WATER))]);
    assert!(Permission::granted(&tied).is_empty());
    assert!(!sees_department(&tied, WATER));
}

#[test]
fn roles_have_the_keys_of_the_json() {
    for role in Role::ALL {
        assert_eq!(serde_json::to_value(role).unwrap(), role.key());
        assert_eq!(Role::from_key(role.key()), Some(role));
    }
    assert_eq!(Role::from_key("admin"), None);
}

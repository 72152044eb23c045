//! What a person may see and do, by posts. Deny by default. The SPA asks the same functions to
//! decide what it shows as the server does to decide what it allows.

use serde::{Deserialize, Serialize};

use crate::role::{Actor, Post, Role};

/// Something that not everybody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Permission {
    /// 今日待办 of one's own.
    ViewToday,
    /// The matrix of one's own departments.
    ViewOwnMatrix,
    /// The matrix and calendar of the whole county.
    ViewWholeMatrix,
    /// 更新日历.
    ViewCalendar,
    /// 审核箱: decide at stage 2 or 3.
    ReviewArticles,
    /// Write and submit items for one's own department.
    WriteArticles,
    /// The ledger of one's own departments.
    ViewOwnLedger,
    /// The ledger of the whole site.
    ViewWholeLedger,
    /// Run the check of the chain.
    VerifyLedger,
    /// Register trigger events.
    RegisterEvents,
    /// Change the matrix and the figures.
    ManageMatrix,
    /// Keep the working-day calendar: holidays, make-up days, local days off.
    ManageCalendar,
    /// Keep the terms and the link domains of the secrecy check.
    ManageTerms,
    /// Create and close people's accounts.
    ManagePeople,
    /// Grant and end posts.
    GrantPosts,
    /// 工作机构: keep the roster of one's own departments, hand it in, file documents.
    KeepRoster,
    /// 工作机构 of the whole county: collect it, remind, look up numbers.
    ManageRosters,
    /// 数据备份: make copies of the database on the server's machine, and delete them.
    BackUp,
}

impl Permission {
    /// All permissions, in the order in which menus show what they open.
    pub const ALL: [Self; 18] = [
        Self::ViewToday,
        Self::ViewOwnMatrix,
        Self::ViewWholeMatrix,
        Self::ViewCalendar,
        Self::ReviewArticles,
        Self::WriteArticles,
        Self::ViewOwnLedger,
        Self::ViewWholeLedger,
        Self::VerifyLedger,
        Self::RegisterEvents,
        Self::ManageMatrix,
        Self::ManageCalendar,
        Self::ManageTerms,
        Self::ManagePeople,
        Self::GrantPosts,
        Self::KeepRoster,
        Self::ManageRosters,
        Self::BackUp,
    ];

    /// What follows from the posts, in the order of [`Permission::ALL`]. Whoever holds no post
    /// that counts (see [`Permission::held`]) gets nothing.
    #[must_use]
    pub fn granted(actor: &Actor) -> Vec<Self> {
        Self::ALL
            .into_iter()
            .filter(|permission| permission.held(actor))
            .collect()
    }

    /// Whether one of the actor's posts gives the permission.
    ///
    /// A departmental post without a department, or a post of the whole site tied to one, does
    /// not count. Neither do the posts of somebody who holds two of the three administrator's
    /// posts, as far as they are administrator's posts: see [`conflicting_posts`].
    #[must_use]
    pub fn held(self, actor: &Actor) -> bool {
        // Who stands in for a reviewer opens the inbox, and nothing else.
        if self == Self::ReviewArticles && !actor.delegated.is_empty() {
            return true;
        }
        let separated = conflicting_posts(&actor.posts).is_none();
        actor
            .posts
            .iter()
            .filter(|post| is_well_formed(post) && (separated || !is_administrator(post.role)))
            .any(|post| of_role(post.role).contains(&self))
    }

    /// Whether the permission is held for this department: by a post in it, or by a post of the
    /// whole site.
    #[must_use]
    pub fn held_in(self, actor: &Actor, department_id: i64) -> bool {
        let posts = actor
            .posts
            .iter()
            .filter(|p| p.department_id.is_none_or(|d| d == department_id));
        let there = Actor::new(actor.person_id, posts.cloned().collect());
        self.held(&there) && self.held(actor)
    }
}

/// The table: what each role may do. Every role sees its own to-do list.
///
/// A coordinator sees everything and keeps the matrix and the working-day calendar, but neither
/// writes nor reviews. The three administrators share nothing but the to-do list: one makes
/// accounts, keeps the working-day calendar and backs up the data, one grants posts, one reads and
/// verifies the ledger and changes nothing.
#[must_use]
pub const fn of_role(role: Role) -> &'static [Permission] {
    use Permission as P;
    match role {
        Role::Officer => &[
            P::ViewToday,
            P::ViewOwnMatrix,
            P::ViewCalendar,
            P::WriteArticles,
            P::ViewOwnLedger,
            P::RegisterEvents,
            P::KeepRoster,
        ],
        Role::SectionHead | Role::Leader => &[
            P::ViewToday,
            P::ViewOwnMatrix,
            P::ViewCalendar,
            P::ReviewArticles,
            P::ViewOwnLedger,
            P::KeepRoster,
        ],
        Role::Coordinator => &[
            P::ViewToday,
            P::ViewOwnMatrix,
            P::ViewWholeMatrix,
            P::ViewCalendar,
            P::ViewOwnLedger,
            P::ViewWholeLedger,
            P::RegisterEvents,
            P::ManageMatrix,
            P::ManageCalendar,
            P::ManageTerms,
            P::KeepRoster,
            P::ManageRosters,
        ],
        Role::SystemAdministrator => &[P::ViewToday, P::ManageCalendar, P::ManagePeople, P::BackUp],
        Role::SecurityAdministrator => &[P::ViewToday, P::GrantPosts],
        Role::AuditAdministrator => &[
            P::ViewToday,
            P::ViewOwnLedger,
            P::ViewWholeLedger,
            P::VerifyLedger,
        ],
    }
}

/// Whether the person sees the matrix, the items and the ledger of this department: by a post in
/// it, or as coordinator. An audit administrator reads the ledger ([`Permission::ViewWholeLedger`])
/// but not the items.
#[must_use]
pub fn sees_department(actor: &Actor, department_id: i64) -> bool {
    Permission::ViewWholeMatrix.held(actor)
        || actor
            .posts
            .iter()
            .any(|p| p.role.is_departmental() && p.department_id == Some(department_id))
}

/// Whether the person sees the items of this department: whoever [`sees_department`], and who stands
/// in for one of its reviewers. A delegation opens neither the matrix nor the ledger.
#[must_use]
pub fn sees_items(actor: &Actor, department_id: i64) -> bool {
    sees_department(actor, department_id)
        || actor
            .delegated
            .iter()
            .any(|d| d.post.department_id == Some(department_id))
}

/// Two of the three administrator's posts in one hand (GB/T 22239 keeps them apart): the first
/// two found, in the order of [`Role::ALL`]. To be asked before a post is granted.
#[must_use]
pub fn conflicting_posts(posts: &[Post]) -> Option<(Role, Role)> {
    let mut held = Role::ALL
        .into_iter()
        .filter(|role| is_administrator(*role) && posts.iter().any(|post| post.role == *role));
    Some((held.next()?, held.next()?))
}

const fn is_administrator(role: Role) -> bool {
    matches!(
        role,
        Role::SystemAdministrator | Role::SecurityAdministrator | Role::AuditAdministrator
    )
}

fn is_well_formed(post: &Post) -> bool {
    post.role.is_departmental() == post.department_id.is_some()
}

//! Under which post somebody acts, in words.

use lanmu_domain::role::Actor;

/// The title for the ledger: that of a post in the department, else that of a post for the whole
/// site, else empty.
#[must_use]
pub fn post_for(actor: &Actor, department_id: Option<i64>) -> String {
    let in_department = actor
        .posts
        .iter()
        .find(|post| post.department_id.is_some() && post.department_id == department_id);
    in_department
        .or_else(|| actor.posts.iter().find(|post| post.department_id.is_none()))
        .map(|post| post.title.clone())
        .unwrap_or_default()
}

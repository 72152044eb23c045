//! 缺审核人: items that nobody can review, for the coordinators and the leaders of the department;
//! for who grants posts how many there are, without what they say.

use chrono::{DateTime, FixedOffset};
use lanmu_api::today::TodayItem;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;
use sea_orm::{ConnectionTrait, DbErr};

use super::{ITEMS_MAX, Part};
use crate::clock::local;
use crate::service::article::names;
use crate::service::empty_stage::{Stuck, stuck};
use crate::session::SignedIn;

/// What waits for somebody to be named, the longest wait first.
pub(super) async fn empty<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    now: DateTime<FixedOffset>,
) -> Result<Part, DbErr> {
    let leads: Vec<i64> = who
        .actor
        .posts
        .iter()
        .filter(|post| post.role == Role::Leader)
        .filter_map(|post| post.department_id)
        .collect();
    let coordinates = Permission::ManageMatrix.held(&who.actor);
    let grants = Permission::GrantPosts.held(&who.actor);
    if !coordinates && !grants && leads.is_empty() {
        return Ok(Part::default());
    }
    let only = (!coordinates && !grants).then_some(leads.as_slice());
    let found = stuck(db, who.person.site_id, only, now.to_utc()).await?;
    let names = names(db, found.iter().map(|f| f.article.department_id), []).await?;
    let name = |department_id| names.place(department_id, 0).department_name;
    let mut items = if grants {
        to_name(&found, name)
    } else {
        Vec::new()
    };
    let seen = |found: &&Stuck| coordinates || leads.contains(&found.article.department_id);
    items.extend(
        found
            .iter()
            .filter(seen)
            .map(|found| TodayItem::EmptyStage {
                article_id: found.article.id,
                title: found.article.title.clone(),
                stage: found.stage,
                department_name: name(found.article.department_id),
                since: local(found.article.state_since),
            }),
    );
    let total = items.len() as u64;
    items.truncate(usize::try_from(ITEMS_MAX).unwrap_or(usize::MAX));
    Ok(Part { items, total })
}

/// One line for each department and role.
fn to_name(found: &[Stuck], name: impl Fn(i64) -> String) -> Vec<TodayItem> {
    let mut places: Vec<(i64, Role, u64, DateTime<FixedOffset>)> = Vec::new();
    for stuck in found {
        let place = (stuck.article.department_id, stuck.stage.role());
        match places
            .iter_mut()
            .find(|(id, role, ..)| (*id, *role) == place)
        {
            Some((_, _, count, _)) => *count += 1,
            None => places.push((place.0, place.1, 1, local(stuck.article.state_since))),
        }
    }
    places
        .into_iter()
        .map(
            |(department_id, role, count, since)| TodayItem::NamePerson {
                department_name: name(department_id),
                department_id,
                role,
                count,
                since,
            },
        )
        .collect()
}

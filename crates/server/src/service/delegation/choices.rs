//! Whose posts can be passed on, and who could stand in.

use std::collections::HashMap;

use lanmu_api::delegation::DelegationPerson;
use lanmu_api::person::HeldPost;
use lanmu_api::session::PostView;
use lanmu_domain::delegation::{can_be_delegated, suits};
use lanmu_domain::permission::Permission;
use lanmu_domain::role::{Post, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::from_key;
use crate::entity::{person, post};
use crate::service::article::names;
use crate::session::SignedIn;

/// People with open accounts and their posts in departments, by name: everybody for who grants
/// posts; for a reviewer oneself and who could stand in for one of the own posts; nobody for others.
///
/// # Errors
/// The database does not answer.
pub async fn choices<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
) -> Result<Vec<DelegationPerson>, DbErr> {
    let administers = Permission::GrantPosts.held(&who.actor);
    let own: Vec<(Role, i64)> = who
        .actor
        .posts
        .iter()
        .filter(|post| can_be_delegated(post.role))
        .filter_map(|post| Some((post.role, post.department_id?)))
        .collect();
    if !administers && own.is_empty() {
        return Ok(Vec::new());
    }
    let rows = post::Entity::find()
        .filter(post::Column::SiteId.eq(who.person.site_id))
        .filter(post::Column::DepartmentId.is_not_null())
        .filter(post::Column::EndedAt.is_null())
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?;
    let names = names(db, rows.iter().filter_map(|row| row.department_id), []).await?;
    let mut posts: HashMap<i64, Vec<HeldPost>> = HashMap::new();
    for row in rows {
        let department_id = row.department_id.unwrap_or_default();
        let held = HeldPost {
            id: row.id,
            post: PostView {
                post: Post {
                    role: from_key(&row.role)?,
                    department_id: row.department_id,
                    title: row.title,
                },
                department_name: names.place(department_id, 0).department_name,
            },
        };
        posts.entry(row.person_id).or_default().push(held);
    }
    if !administers {
        posts.retain(|person_id, held| {
            let held: Vec<Post> = held.iter().map(|held| held.post.post.clone()).collect();
            *person_id == who.person.id
                || own
                    .iter()
                    .any(|(role, department_id)| suits(*role, *department_id, &held))
        });
    }
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(posts.keys().copied()))
        .filter(person::Column::Active.eq(true))
        .order_by_asc(person::Column::Name)
        .order_by_asc(person::Column::Id)
        .all(db)
        .await?;
    Ok(people
        .into_iter()
        .map(|person| DelegationPerson {
            id: person.id,
            name: person.name,
            posts: posts.remove(&person.id).unwrap_or_default(),
        })
        .collect())
}

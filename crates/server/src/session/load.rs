//! The person and the posts held now.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use lanmu_api::session::{PostView, SessionView};
use lanmu_domain::permission::Permission;
use lanmu_domain::role::{Actor, Post};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::from_key;
use crate::entity::{department, person, post};
use crate::service::delegation::Standing;

/// The posts that a person holds now, with the names of their departments.
///
/// # Errors
/// The database does not answer.
pub async fn posts_of<C: ConnectionTrait>(db: &C, person_id: i64) -> Result<Vec<PostView>, DbErr> {
    let rows = post::Entity::find()
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::EndedAt.is_null())
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?;
    let names: HashMap<i64, String> = department::Entity::find()
        .filter(department::Column::Id.is_in(rows.iter().filter_map(|row| row.department_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    rows.into_iter()
        .map(|row| {
            let department_name = row
                .department_id
                .and_then(|id| names.get(&id).cloned())
                .unwrap_or_default();
            let role = from_key(&row.role)?;
            let post = Post {
                role,
                department_id: row.department_id,
                title: row.title,
            };
            Ok(PostView {
                post,
                department_name,
            })
        })
        .collect()
}

/// What the SPA knows of the person.
#[must_use]
pub fn session_view(
    person: &person::Model,
    posts: Vec<PostView>,
    standing: Standing,
    idle_ends_at: DateTime<FixedOffset>,
) -> SessionView {
    let held = posts.iter().map(|view| view.post.clone()).collect();
    let mut actor = Actor::new(person.id, held);
    let delegated = standing.delegated.iter();
    actor.delegated = delegated.map(|view| view.delegated.clone()).collect();
    SessionView {
        person_id: person.id,
        name: person.name.clone(),
        login: person.login.clone(),
        permissions: Permission::granted(&actor),
        posts,
        must_change_password: person.must_change_password,
        idle_ends_at,
        delegated: standing.delegated,
        passed_on: standing.passed_on,
    }
}

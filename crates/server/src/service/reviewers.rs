//! Who reviews for which departments.

use chrono::{DateTime, Utc};
use lanmu_api::obligation::ReviewerView;
use lanmu_domain::role::Role;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use crate::entity::{person, post};

/// Everybody who holds the post of a section head or leader now, by name; only for some
/// departments unless `None`.
///
/// # Errors
/// The database does not answer.
pub async fn all<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    now: DateTime<Utc>,
    departments: Option<&[i64]>,
) -> Result<Vec<ReviewerView>, DbErr> {
    let held = Condition::any()
        .add(post::Column::EndedAt.is_null())
        .add(post::Column::EndedAt.gt(now));
    let roles = [Role::SectionHead.key(), Role::Leader.key()];
    let mut posts = post::Entity::find()
        .filter(post::Column::SiteId.eq(site_id))
        .filter(post::Column::Role.is_in(roles))
        .filter(post::Column::GrantedAt.lte(now))
        .filter(held);
    if let Some(departments) = departments {
        posts = posts.filter(post::Column::DepartmentId.is_in(departments.iter().copied()));
    }
    let posts = posts.all(db).await?;
    let people = person::Entity::find()
        .filter(person::Column::Id.is_in(posts.iter().map(|post| post.person_id)))
        .filter(person::Column::Active.eq(true))
        .order_by_asc(person::Column::Name)
        .order_by_asc(person::Column::Id)
        .all(db)
        .await?;
    Ok(people
        .into_iter()
        .map(|person| ReviewerView {
            person_id: person.id,
            department_ids: posts
                .iter()
                .filter(|post| post.person_id == person.id)
                .filter_map(|post| post.department_id)
                .collect(),
            name: person.name,
        })
        .collect())
}

//! The person, and the posts that go over.

use lanmu_domain::role::Role;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::key::from_key;
use crate::entity::{person, post};
use crate::error::Problem;

/// A holding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Holding {
    pub id: i64,
    pub role: Role,
    pub department_id: Option<i64>,
    pub title: String,
}

/// Somebody of the site.
///
/// # Errors
/// 404 for nobody.
pub(super) async fn person_of<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    id: i64,
) -> Result<person::Model, Problem> {
    person::Entity::find_by_id(id)
        .filter(person::Column::SiteId.eq(site_id))
        .one(db)
        .await?
        .ok_or_else(Problem::not_found)
}

/// What somebody holds now.
///
/// # Errors
/// The database does not answer.
pub(super) async fn holdings<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
) -> Result<Vec<Holding>, Problem> {
    let rows = post::Entity::find()
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::EndedAt.is_null())
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Holding {
                id: row.id,
                role: from_key(&row.role)?,
                department_id: row.department_id,
                title: row.title,
            })
        })
        .collect()
}

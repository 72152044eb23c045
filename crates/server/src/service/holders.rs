//! Who holds a role now.

use lanmu_domain::role::Role;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
};

use crate::entity::{person, post};

/// The people with an open account who hold a role now, in a department or for the whole site.
///
/// # Errors
/// The database cannot be reached.
pub async fn holders<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    role: Role,
    department_id: Option<i64>,
) -> Result<Vec<i64>, DbErr> {
    let place = match department_id {
        Some(id) => post::Column::DepartmentId.eq(id),
        None => post::Column::DepartmentId.is_null(),
    };
    held(site_id, role)
        .select_only()
        .column(post::Column::PersonId)
        .distinct()
        .filter(place)
        .into_tuple()
        .all(db)
        .await
}

/// The same for all departments at once: department and person.
///
/// # Errors
/// The database cannot be reached.
pub async fn holders_by_department<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    role: Role,
) -> Result<Vec<(i64, i64)>, DbErr> {
    held(site_id, role)
        .select_only()
        .column(post::Column::DepartmentId)
        .column(post::Column::PersonId)
        .filter(post::Column::DepartmentId.is_not_null())
        .into_tuple()
        .all(db)
        .await
}

fn held(site_id: i64, role: Role) -> Select<post::Entity> {
    let active = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Active.eq(true))
        .into_query();
    post::Entity::find()
        .filter(post::Column::SiteId.eq(site_id))
        .filter(post::Column::Role.eq(role.key()))
        .filter(post::Column::EndedAt.is_null())
        .filter(post::Column::PersonId.in_subquery(active))
}

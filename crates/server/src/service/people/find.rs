//! Finding people and counting who is left.

use lanmu_api::error::ErrorCode;
use lanmu_domain::role::Role;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use crate::db::WriteTx;
use crate::entity::key::to_key;
use crate::entity::{person, post};
use crate::error::Problem;

/// The person, who must not be the one who acts.
///
/// # Errors
/// 404 for nobody of this site, 403 with `own` as the sentence for oneself.
pub(super) async fn somebody_else(
    write: &WriteTx,
    actor_id: i64,
    id: i64,
    own: &str,
) -> Result<person::Model, Problem> {
    let found = person::Entity::find_by_id(id)
        .filter(person::Column::SiteId.eq(write.site_id()))
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    if found.id == actor_id {
        return Err(Problem::with(ErrorCode::NotAllowed, own));
    }
    Ok(found)
}

/// Refuses to leave the site without a security administrator: nobody could grant a post again.
///
/// # Errors
/// 409 if nobody but this person is an active security administrator and this person is one.
pub(super) async fn keep_a_security_administrator(
    write: &WriteTx,
    leaving: i64,
) -> Result<(), Problem> {
    let holders = security_administrators(write.tx(), write.site_id()).await?;
    if holders.contains(&leaving) && holders.iter().all(|id| *id == leaving) {
        return Err(Problem::with(
            ErrorCode::Refused,
            "这是最后一名安全管理员，请先授予他人安全管理员岗位。",
        ));
    }
    Ok(())
}

async fn security_administrators<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<Vec<i64>, DbErr> {
    let active = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::SiteId.eq(site_id))
        .filter(person::Column::Active.eq(true))
        .into_query();
    post::Entity::find()
        .select_only()
        .column(post::Column::PersonId)
        .filter(post::Column::SiteId.eq(site_id))
        .filter(post::Column::Role.eq(to_key(&Role::SecurityAdministrator)))
        .filter(post::Column::EndedAt.is_null())
        .filter(post::Column::PersonId.in_subquery(active))
        .into_tuple()
        .all(db)
        .await
}

/// Whether the person holds this post already.
pub(crate) async fn holds(
    write: &WriteTx,
    person_id: i64,
    role: Role,
    department_id: Option<i64>,
) -> Result<bool, DbErr> {
    let held = post::Entity::find()
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::Role.eq(to_key(&role)))
        .filter(post::Column::EndedAt.is_null());
    let held = match department_id {
        Some(id) => held.filter(post::Column::DepartmentId.eq(id)),
        None => held.filter(post::Column::DepartmentId.is_null()),
    };
    Ok(held.count(write.tx()).await? > 0)
}

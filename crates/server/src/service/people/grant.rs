//! Granting and ending posts, by the security administrator.

use lanmu_api::error::ErrorCode;
use lanmu_api::person::GrantPost;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::{Permission, conflicting_posts};
use lanmu_domain::role::{Actor, Post, Role};
use lanmu_domain::text::day::long_day;
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::find::{holds, keep_a_security_administrator, somebody_else};
use super::last_holder::{held_by, keep_every_stage};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::{from_key, to_key};
use crate::entity::{department, person, post};
use crate::error::Problem;
use crate::service::post_for;

/// Characters of a title at most.
const TITLE_MAX: usize = 40;

/// Grants a post to somebody else. Gives the id of the holding.
///
/// # Errors
/// 403 without the permission or for oneself, 404, 422 for the fields, 409 if the post is held
/// already, would join two of the three administrators in one hand, or the account is closed.
pub async fn grant_post(
    write: &WriteTx,
    actor: &Actor,
    person_id: i64,
    request: &GrantPost,
) -> Result<i64, Problem> {
    require(actor)?;
    let person = somebody_else(write, actor.person_id, person_id, "不能给自己授予岗位。").await?;
    let (title, department) = check(write, request).await?;
    if !person.active {
        return Err(Problem::with(
            ErrorCode::Refused,
            "该账号已停用，请先由系统管理员启用。",
        ));
    }
    if holds(write, person_id, request.role, request.department_id).await? {
        return Err(Problem::with(ErrorCode::Refused, "该人员已担任此岗位。"));
    }
    let mut posts = current_posts(write, person_id).await?;
    posts.push(Post {
        role: request.role,
        department_id: request.department_id,
        title,
    });
    if let Some((one, other)) = conflicting_posts(&posts) {
        let (one, other) = (one.label(), other.label());
        return Err(Problem::with(
            ErrorCode::Refused,
            format!("{one}与{other}须由不同人员担任。"),
        ));
    }
    let title = posts.pop().map(|post| post.title).unwrap_or_default();
    let entry = entry(actor, &person, request.role, &title, department.as_ref());
    let stored = post::ActiveModel {
        site_id: Set(write.site_id()),
        person_id: Set(person_id),
        role: Set(to_key(&request.role)),
        department_id: Set(request.department_id),
        title: Set(title),
        granted_at: Set(write.now_utc()),
        ended_at: Set(None),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    write.ledger(LedgerAct::PostGranted, entry).await?;
    Ok(stored.id)
}

/// Ends a post that somebody holds.
///
/// # Errors
/// 403 without the permission, 404 for a post that is not held, 409 for the last security
/// administrator and for the last one of a stage in a department.
pub async fn end_post(
    write: &WriteTx,
    actor: &Actor,
    person_id: i64,
    post_id: i64,
) -> Result<(), Problem> {
    require(actor)?;
    let found = post::Entity::find_by_id(post_id)
        .filter(post::Column::SiteId.eq(write.site_id()))
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::EndedAt.is_null())
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    let person = person::Entity::find_by_id(person_id)
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    let role: Role = from_key(&found.role)?;
    if role == Role::SecurityAdministrator {
        keep_a_security_administrator(write, person_id).await?;
    }
    keep_every_stage(write, person_id, std::slice::from_ref(&found)).await?;
    let department = match found.department_id {
        Some(id) => department::Entity::find_by_id(id).one(write.tx()).await?,
        None => None,
    };
    let entry = entry(actor, &person, role, &found.title, department.as_ref());
    let mut ended = found.into_active_model();
    ended.ended_at = Set(Some(write.now_utc()));
    ended.update(write.tx()).await?;
    write.ledger(LedgerAct::PostEnded, entry).await
}

fn require(actor: &Actor) -> Result<(), Problem> {
    if Permission::GrantPosts.held(actor) {
        Ok(())
    } else {
        Err(Problem::not_allowed())
    }
}

async fn check(
    write: &WriteTx,
    request: &GrantPost,
) -> Result<(String, Option<department::Model>), Problem> {
    let title = clean_line(&request.title, TITLE_MAX)
        .map_err(|problem| Problem::invalid_field("title", problem.message("职务")))?;
    if is_blank(&title) {
        return Err(Problem::invalid_field(
            "title",
            "请填写职务，如“信息股股长”。",
        ));
    }
    let role = request.role.label();
    match (request.role.is_departmental(), request.department_id) {
        (true, None) => {
            let message = format!("{role}须指定所在部门。");
            Err(Problem::invalid_field("department_id", message))
        }
        (false, Some(_)) => {
            let message = format!("{role}是全站岗位，不能指定部门。");
            Err(Problem::invalid_field("department_id", message))
        }
        (false, None) => Ok((title, None)),
        (true, Some(id)) => {
            let wrong = |message: String| Problem::invalid_field("department_id", message);
            let found = department::Entity::find_by_id(id)
                .filter(department::Column::SiteId.eq(write.site_id()))
                .one(write.tx())
                .await?
                .ok_or_else(|| wrong("没有这个部门。".to_owned()))?;
            match found.ended_on {
                Some(day) => Err(wrong(format!(
                    "“{}”已于{}撤并，请选择其他部门。",
                    found.name,
                    long_day(day)
                ))),
                None => Ok((title, Some(found))),
            }
        }
    }
}

async fn current_posts(write: &WriteTx, person_id: i64) -> Result<Vec<Post>, Problem> {
    let held = held_by(write, person_id).await?;
    held.into_iter()
        .map(|row| {
            let role = from_key(&row.role)?;
            Ok(Post {
                role,
                department_id: row.department_id,
                title: row.title,
            })
        })
        .collect()
}

fn entry(
    actor: &Actor,
    person: &person::Model,
    role: Role,
    title: &str,
    department: Option<&department::Model>,
) -> LedgerEntry {
    LedgerEntry {
        post: post_for(actor, None),
        department_id: department.map(|d| d.id),
        department_name: department.map(|d| d.name.clone()).unwrap_or_default(),
        subject: format!("{}（{}）", person.name, person.login),
        note: format!("{}：{title}", role.label()),
        ..Default::default()
    }
}

//! 委托代办: a post is passed on for some time.

use lanmu_api::delegation::{CreateDelegation, CreatedDelegations};
use lanmu_api::error::FieldError;
use lanmu_domain::delegation::{By, Other, OwnPost, Plan, Span, check};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Post;
use lanmu_domain::text::is_blank;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter,
};

use super::line::{entry, reason_of, tell_of};
use crate::clock::moment;
use crate::db::WriteTx;
use crate::entity::key::from_key;
use crate::entity::{delegation, person, post};
use crate::error::Problem;
use crate::session::{SignedIn, posts_of, span_of};

/// Posts passed on in one request at most.
const POSTS_MAX: usize = 20;

/// Makes one delegation for each post, all or none.
///
/// # Errors
/// 403 for posts of others without the permission, 422 with every field that is wrong.
pub async fn create(
    write: &WriteTx,
    who: &SignedIn,
    request: &CreateDelegation,
) -> Result<CreatedDelegations, Problem> {
    let principal_id = request.principal_id.unwrap_or(who.person.id);
    let by = if principal_id == who.person.id {
        By::Principal
    } else {
        who.need(Permission::GrantPosts)?;
        By::Administrator(who.person.id)
    };
    let reason = reason_of(&request.reason)?;
    if is_blank(&reason) {
        return Err(Problem::invalid_field("reason", "请填写委托原因。"));
    }
    let mut post_ids = request.post_ids.clone();
    post_ids.sort_unstable();
    post_ids.dedup();
    if post_ids.is_empty() || post_ids.len() > POSTS_MAX {
        return Err(Problem::invalid_field("post_ids", "请选择要委托的岗位。"));
    }
    let principal = active(write, principal_id).await?;
    let delegate = active(write, request.delegate_id)
        .await?
        .ok_or_else(|| Problem::invalid_field("delegate_id", "请选择账号正常的代办人。"))?;
    let delegate_posts: Vec<Post> = posts_of(write.tx(), delegate.id)
        .await?
        .into_iter()
        .map(|view| view.post)
        .collect();
    let span = Span {
        from: request.starts_at.unwrap_or_else(|| write.now()),
        until: request.ends_at,
    };
    let others = others(write, [principal_id, delegate.id]).await?;
    let mut ids = Vec::with_capacity(post_ids.len());
    for post_id in post_ids {
        let held = match &principal {
            Some(principal) => held(write, principal.id, post_id).await?,
            None => None,
        };
        let plan = Plan {
            now: write.now(),
            by,
            principal_id,
            post: held.as_ref().map(|(own, _)| *own),
            delegate_id: delegate.id,
            delegate_posts: &delegate_posts,
            span,
            others: &others,
        };
        check(&plan).map_err(wrong)?;
        let (Some(principal), Some((own, title))) = (&principal, held) else {
            return Err(Problem::internal("a delegation of a post that is not held"));
        };
        let row = delegation::ActiveModel {
            site_id: Set(write.site_id()),
            principal_id: Set(principal.id),
            principal_name: Set(principal.name.clone()),
            delegate_id: Set(delegate.id),
            delegate_name: Set(delegate.name.clone()),
            post_id: Set(own.id),
            role: Set(own.role.key().to_owned()),
            department_id: Set(own.department_id),
            title: Set(title),
            starts_at: Set(span.from.to_utc()),
            ends_at: Set(span.until.to_utc()),
            reason: Set(reason.clone()),
            created_by: Set(who.person.id),
            created_by_name: Set(who.person.name.clone()),
            created_at: Set(write.now_utc()),
            end_told: Set(false),
            ..Default::default()
        };
        let stored = row.insert(write.tx()).await?;
        ids.push(stored.id);
        tell_created(write, who, &stored).await?;
        let entry = entry(write, who, &stored, &reason).await?;
        write.ledger(LedgerAct::DelegationCreated, entry).await?;
    }
    Ok(CreatedDelegations { ids })
}

fn wrong(problems: Vec<lanmu_domain::delegation::DelegationProblem>) -> Problem {
    Problem::invalid(
        problems
            .into_iter()
            .map(|problem| FieldError {
                field: problem.field().to_owned(),
                message: problem.message().to_owned(),
            })
            .collect(),
    )
}

async fn active(write: &WriteTx, id: i64) -> Result<Option<person::Model>, DbErr> {
    person::Entity::find_by_id(id)
        .filter(person::Column::SiteId.eq(write.site_id()))
        .filter(person::Column::Active.eq(true))
        .one(write.tx())
        .await
}

/// The holding with its title, if this person holds it now in a department.
pub(super) async fn held(
    write: &WriteTx,
    person_id: i64,
    post_id: i64,
) -> Result<Option<(OwnPost, String)>, DbErr> {
    let found = post::Entity::find_by_id(post_id)
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::EndedAt.is_null())
        .one(write.tx())
        .await?;
    let Some((row, department_id)) = found.and_then(|row| {
        let department_id = row.department_id?;
        Some((row, department_id))
    }) else {
        return Ok(None);
    };
    let own = OwnPost {
        id: row.id,
        role: from_key(&row.role)?,
        department_id,
    };
    Ok(Some((own, row.title)))
}

/// Every delegation that is not over, in which one of them has part.
pub(super) async fn others(write: &WriteTx, people: [i64; 2]) -> Result<Vec<Other>, DbErr> {
    let part = Condition::any()
        .add(delegation::Column::PrincipalId.is_in(people))
        .add(delegation::Column::DelegateId.is_in(people));
    let rows = delegation::Entity::find()
        .filter(part)
        .filter(delegation::Column::EndsAt.gt(write.now_utc()))
        .all(write.tx())
        .await?;
    Ok(rows
        .iter()
        .map(|row| Other {
            principal_id: row.principal_id,
            delegate_id: row.delegate_id,
            post_id: row.post_id,
            span: span_of(row),
        })
        .collect())
}

pub(super) async fn tell_created(
    write: &WriteTx,
    who: &SignedIn,
    row: &delegation::Model,
) -> Result<(), Problem> {
    let until = moment(&row.ends_at);
    let from = moment(&row.starts_at);
    let (principal, title) = (&row.principal_name, &row.title);
    let text = format!("{principal}（{title}）委托您代办审核事项，自{from}至{until}。");
    tell_of(write, [row.delegate_id], &text).await?;
    if row.principal_id == who.person.id {
        return Ok(());
    }
    let text = format!(
        "安全管理员已将您的岗位（{title}）委托{}代办，自{from}至{until}。",
        row.delegate_name
    );
    tell_of(write, [row.principal_id], &text).await
}

//! 开通日历订阅.

use lanmu_api::error::ErrorCode;
use lanmu_api::feed::CreateFeed;
use lanmu_domain::ledger::LedgerAct;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::token::Token;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{calendar_feed, department};
use crate::error::Problem;
use crate::service::freshness::Scope;
use crate::service::post_for;
use crate::session::SignedIn;

/// Open feeds of one person at most.
const FEEDS_MAX: u64 = 20;

/// Stores a feed and writes it down in the ledger. Gives its id.
///
/// # Errors
/// 403 for a department of others, 409 for too many.
pub async fn create(
    write: &WriteTx,
    who: &SignedIn,
    request: &CreateFeed,
    token: &Token,
) -> Result<i64, Problem> {
    Scope::of(&who.actor, request.department_id)?;
    let open = calendar_feed::Entity::find()
        .filter(calendar_feed::Column::PersonId.eq(who.person.id))
        .filter(calendar_feed::Column::RevokedAt.is_null())
        .count(write.tx())
        .await?;
    if open >= FEEDS_MAX {
        return Err(Problem::with(
            ErrorCode::Refused,
            format!("每人最多开通{FEEDS_MAX}个订阅地址，请先停用不再使用的。"),
        ));
    }
    let stored = calendar_feed::ActiveModel {
        site_id: Set(write.site_id()),
        person_id: Set(who.person.id),
        department_id: Set(request.department_id),
        token_hash: Set(token.hash()),
        created_at: Set(write.now_utc()),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let entry = entry(write, who, request.department_id).await?;
    write.ledger(LedgerAct::FeedCreated, entry).await?;
    Ok(stored.id)
}

pub(super) async fn entry(
    write: &WriteTx,
    who: &SignedIn,
    department_id: Option<i64>,
) -> Result<LedgerEntry, Problem> {
    let department = match department_id {
        Some(id) => department::Entity::find_by_id(id).one(write.tx()).await?,
        None => None,
    };
    let name = department.map(|department| department.name);
    Ok(LedgerEntry {
        post: post_for(&who.actor, department_id),
        department_id,
        subject: name.clone().unwrap_or_else(|| "本人负责的事项".to_owned()),
        department_name: name.unwrap_or_default(),
        ..Default::default()
    })
}

//! What articles ask of a person.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use lanmu_api::today::TodayItem;
use lanmu_domain::delegation::signed_name;
use lanmu_domain::review::{ArticleState, EmergencyVerdict, WithheldVerdict};
use lanmu_domain::role::{Actor, Role};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::{ITEMS_MAX, Part};
use crate::clock::local;
use crate::entity::{article, emergency_release, opinion, withheld_assessment};
use crate::service::article::verdict;
use crate::service::inbox::{awaiting, inbox_rows};
use crate::session::SignedIn;

/// The departments for which the person writes.
pub(super) fn officer_of(actor: &Actor) -> Vec<i64> {
    actor
        .posts
        .iter()
        .filter(|post| post.role == Role::Officer)
        .filter_map(|post| post.department_id)
        .collect()
}

/// Items of the person's departments that were sent back.
pub(super) async fn returned<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    let (found, total) = oldest(db, of_departments(who, ArticleState::Returned)).await?;
    let mut reasons = last_returns(db, &found).await?;
    let mut orders = last_orders(db, &found).await?;
    let mut reopened = last_reopened(db, &found).await?;
    let items = found
        .into_iter()
        .map(|row| {
            let said = reasons.remove(&row.id);
            let (reason, by) = said
                .map(|o| {
                    let by = signed_name(&o.person_name, o.on_behalf_of_name.as_deref());
                    (o.text, by, o.at)
                })
                .into_iter()
                .chain(orders.remove(&row.id))
                .chain(reopened.remove(&row.id))
                .max_by_key(|(_, _, at)| *at)
                .map(|(text, by, _)| (text, by))
                .unwrap_or_default();
            let at = local(row.state_since);
            TodayItem::Returned {
                article_id: row.id,
                title: row.title,
                reason,
                by,
                at,
            }
        })
        .collect();
    Ok(Part { items, total })
}

/// Items that wait for the person's review.
pub(super) async fn reviews<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    let Some(waiting) = awaiting(who.person.site_id, &who.actor, None) else {
        return Ok(Part::default());
    };
    let (found, total) = oldest(db, waiting).await?;
    let items = inbox_rows(db, &who.actor, &found)
        .await?
        .into_iter()
        .filter_map(|row| {
            Some(TodayItem::Review {
                stage: row.state.awaited_stage()?,
                article_id: row.id,
                title: row.title,
                department_name: row.department_name,
                since: row.since,
                on_behalf_of: row.on_behalf_of,
            })
        })
        .collect();
    Ok(Part { items, total })
}

/// Released items of the person's departments that lack their address.
pub(super) async fn backfills<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    let (found, total) = oldest(db, of_departments(who, ArticleState::Released)).await?;
    let items = found
        .into_iter()
        .map(|row| TodayItem::Backfill {
            article_id: row.id,
            title: row.title,
            released_at: local(row.state_since),
        })
        .collect();
    Ok(Part { items, total })
}

/// The person's own drafts.
pub(super) async fn drafts<C: ConnectionTrait>(db: &C, who: &SignedIn) -> Result<Part, DbErr> {
    let own = of_departments(who, ArticleState::Draft)
        .filter(article::Column::CreatedBy.eq(who.person.id));
    let (found, total) = oldest(db, own).await?;
    let items = found
        .into_iter()
        .map(|row| TodayItem::Draft {
            article_id: row.id,
            title: row.title,
            changed_at: local(row.changed_at),
        })
        .collect();
    Ok(Part { items, total })
}

/// An article for each of these columns and departments that is being written or reviewed.
pub(super) async fn under_way<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    departments: &[i64],
) -> Result<HashMap<(i64, i64), i64>, DbErr> {
    let states = ArticleState::ALL
        .into_iter()
        .filter(|state| state.is_under_way());
    let found: Vec<(i64, i64, i64)> = article::Entity::find()
        .select_only()
        .column(article::Column::ColumnId)
        .column(article::Column::DepartmentId)
        .column(article::Column::Id)
        .filter(article::Column::SiteId.eq(site_id))
        .filter(article::Column::DepartmentId.is_in(departments.iter().copied()))
        .filter(article::Column::State.is_in(states.map(ArticleState::key)))
        .order_by_asc(article::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found
        .into_iter()
        .map(|(column, department, id)| ((column, department), id))
        .collect())
}

fn of_departments(who: &SignedIn, state: ArticleState) -> Select<article::Entity> {
    article::Entity::find()
        .filter(article::Column::SiteId.eq(who.person.site_id))
        .filter(article::Column::State.eq(state.key()))
        .filter(article::Column::DepartmentId.is_in(officer_of(&who.actor)))
}

/// The first of them by how long they have been in their state, and how many there are.
async fn oldest<C: ConnectionTrait>(
    db: &C,
    select: Select<article::Entity>,
) -> Result<(Vec<article::Model>, u64), DbErr> {
    let found = select
        .clone()
        .order_by_asc(article::Column::StateSince)
        .order_by_asc(article::Column::Id)
        .limit(ITEMS_MAX)
        .all(db)
        .await?;
    let listed = found.len() as u64;
    let total = if listed < ITEMS_MAX {
        listed
    } else {
        select.count(db).await?
    };
    Ok((found, total))
}

/// The last return of each of these articles.
async fn last_returns<C: ConnectionTrait>(
    db: &C,
    articles: &[article::Model],
) -> Result<HashMap<i64, opinion::Model>, DbErr> {
    let said = opinion::Entity::find()
        .filter(opinion::Column::ArticleId.is_in(articles.iter().map(|a| a.id)))
        .filter(opinion::Column::Verdict.eq(verdict::RETURNED))
        .order_by_asc(opinion::Column::At)
        .order_by_asc(opinion::Column::Id)
        .all(db)
        .await?;
    // Later ones replace earlier ones.
    Ok(said.into_iter().map(|o| (o.article_id, o)).collect())
}

/// What was said, by whom, when.
type Order = (String, String, DateTime<Utc>);

/// The last order to withdraw an emergency release of each of these articles.
async fn last_orders<C: ConnectionTrait>(
    db: &C,
    articles: &[article::Model],
) -> Result<HashMap<i64, Order>, DbErr> {
    use emergency_release::Column;
    let ordered = emergency_release::Entity::find()
        .filter(Column::ArticleId.is_in(articles.iter().map(|a| a.id)))
        .filter(Column::Verdict.eq(EmergencyVerdict::WithdrawalOrdered.key()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(ordered
        .into_iter()
        .map(|row| {
            let order = (
                row.opinion.unwrap_or_default(),
                row.reviewer_name.unwrap_or_default(),
                row.reviewed_at.unwrap_or(row.at),
            );
            (row.article_id, order)
        })
        .collect())
}

/// The last assessment that sent back what was withheld, of each of these articles.
async fn last_reopened<C: ConnectionTrait>(
    db: &C,
    articles: &[article::Model],
) -> Result<HashMap<i64, Order>, DbErr> {
    use withheld_assessment::Column;
    let reopened = withheld_assessment::Entity::find()
        .filter(Column::ArticleId.is_in(articles.iter().map(|a| a.id)))
        .filter(Column::Verdict.eq(WithheldVerdict::Reopened.key()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(reopened
        .into_iter()
        .map(|row| (row.article_id, (row.opinion, row.person_name, row.at)))
        .collect())
}

//! Delegations as the page shows them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use lanmu_api::delegation::{DelegationRow, DelegationState};
use lanmu_api::page::{Page, PageMeta};
use lanmu_domain::permission::Permission;
use sea_orm::sea_query::Condition;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::clock::local;
use crate::entity::delegation;
use crate::entity::key::from_key;
use crate::service::article::names;
use crate::session::{SignedIn, standing_in};

/// A page of the delegations in which the person has part, or of all for who grants posts; newest
/// first, `after` being the id of the last one of the page before.
///
/// # Errors
/// The database does not answer.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    now: DateTime<Utc>,
    after: Option<i64>,
    limit: u64,
) -> Result<Page<DelegationRow>, DbErr> {
    let administers = Permission::GrantPosts.held(&who.actor);
    let mut seen = Condition::all().add(delegation::Column::SiteId.eq(who.person.site_id));
    if !administers {
        seen = seen.add(
            Condition::any()
                .add(delegation::Column::PrincipalId.eq(who.person.id))
                .add(delegation::Column::DelegateId.eq(who.person.id)),
        );
    }
    let matching = delegation::Entity::find().filter(seen.clone());
    let total = matching.clone().count(db).await?;
    let mut page = matching
        .order_by_desc(delegation::Column::Id)
        .limit(limit + 1);
    if let Some(after) = after {
        page = page.filter(delegation::Column::Id.lt(after));
    }
    let mut found = page.all(db).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found.last().filter(|_| more).map(|row| row.id.to_string());
    let in_force: HashSet<i64> = standing_in(db, seen, now)
        .await?
        .into_iter()
        .map(|found| found.delegated.delegation_id)
        .collect();
    let departments = found.iter().map(|row| row.department_id);
    let names = names(db, departments, []).await?;
    let items = found
        .into_iter()
        .map(|row| {
            let state = state_of(&row, &in_force, now);
            Ok(DelegationRow {
                id: row.id,
                state,
                department_name: names.place(row.department_id, 0).department_name,
                may_end: state.is_open() && (administers || row.principal_id == who.person.id),
                principal_id: row.principal_id,
                principal_name: row.principal_name,
                delegate_id: row.delegate_id,
                delegate_name: row.delegate_name,
                role: from_key(&row.role)?,
                title: row.title,
                starts_at: local(row.starts_at),
                ends_at: local(row.ends_at),
                reason: row.reason,
                created_by: row.created_by_name,
                created_at: local(row.created_at),
                ended_at: row.ended_at.map(local),
                ended_by: row.ended_by_name,
                end_reason: row.end_reason,
            })
        })
        .collect::<Result<_, DbErr>>()?;
    Ok(Page {
        items,
        meta: PageMeta {
            total,
            next,
            ..Default::default()
        },
    })
}

fn state_of(
    row: &delegation::Model,
    in_force: &HashSet<i64>,
    now: DateTime<Utc>,
) -> DelegationState {
    if row.ended_at.is_some() {
        DelegationState::Ended
    } else if row.ends_at <= now {
        DelegationState::Expired
    } else if row.starts_at > now {
        DelegationState::Planned
    } else if in_force.contains(&row.id) {
        DelegationState::InForce
    } else {
        DelegationState::WithoutEffect
    }
}

//! The posts of others for which people stand in (委托代办), at a moment.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use lanmu_domain::delegation::{Span, suits};
use lanmu_domain::role::{DelegatedPost, Post, Role};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{delegation, person, post};

/// A delegation that gives something now.
#[derive(Clone, Debug)]
pub struct StandIn {
    /// Who stands in.
    pub delegate_id: i64,
    /// The name of that person.
    pub delegate_name: String,
    /// For whom, in which post.
    pub delegated: DelegatedPost,
}

/// The time in which a delegation counts: until its end, or until it was ended early.
#[must_use]
pub fn span_of(row: &delegation::Model) -> Span {
    let until = row.ended_at.map_or(row.ends_at, |at| at.min(row.ends_at));
    Span {
        from: local(row.starts_at),
        until: local(until),
    }
}

/// The delegations among those that match which give something now: the time has come, it is not
/// over, both accounts are open, the principal still holds the post, and the delegate still has a
/// post that suits. By principal, then by delegation.
///
/// # Errors
/// The database does not answer.
pub async fn standing_in<C: ConnectionTrait>(
    db: &C,
    matching: Condition,
    now: DateTime<Utc>,
) -> Result<Vec<StandIn>, DbErr> {
    let mut rows = delegation::Entity::find()
        .filter(matching)
        .filter(delegation::Column::EndsAt.gt(now))
        .order_by_asc(delegation::Column::PrincipalId)
        .order_by_asc(delegation::Column::Id)
        .all(db)
        .await?;
    rows.retain(|row| span_of(row).contains(local(now)));
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let people: HashSet<i64> = rows
        .iter()
        .flat_map(|row| [row.principal_id, row.delegate_id])
        .collect();
    let active: HashSet<i64> = person::Entity::find()
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .filter(person::Column::Active.eq(true))
        .all(db)
        .await?
        .into_iter()
        .map(|person| person.id)
        .collect();
    let mut posts: HashMap<i64, Vec<(i64, Post)>> = HashMap::new();
    for row in post::Entity::find()
        .filter(post::Column::PersonId.is_in(active.iter().copied()))
        .filter(post::Column::EndedAt.is_null())
        .all(db)
        .await?
    {
        let post = Post {
            role: from_key(&row.role)?,
            department_id: row.department_id,
            title: row.title,
        };
        posts.entry(row.person_id).or_default().push((row.id, post));
    }
    let held = |person_id: i64| posts.get(&person_id).map(Vec::as_slice).unwrap_or_default();
    rows.into_iter()
        .filter(|row| {
            held(row.principal_id)
                .iter()
                .any(|(id, _)| *id == row.post_id)
        })
        .map(|row| {
            let role: Role = from_key(&row.role)?;
            let theirs: Vec<Post> = held(row.delegate_id)
                .iter()
                .map(|(_, post)| post.clone())
                .collect();
            Ok(suits(role, row.department_id, &theirs).then(|| stand_in(role, row)))
        })
        .filter_map(Result::transpose)
        .collect()
}

fn stand_in(role: Role, row: delegation::Model) -> StandIn {
    StandIn {
        delegate_id: row.delegate_id,
        delegate_name: row.delegate_name,
        delegated: DelegatedPost {
            delegation_id: row.id,
            principal_id: row.principal_id,
            principal_name: row.principal_name,
            post: Post {
                role,
                department_id: Some(row.department_id),
                title: row.title,
            },
            until: local(row.ends_at),
        },
    }
}

/// What others delegated to this person at this moment.
///
/// # Errors
/// The database does not answer.
pub async fn delegated_to<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<DelegatedPost>, DbErr> {
    let to = Condition::all().add(delegation::Column::DelegateId.eq(person_id));
    let found = standing_in(db, to, now).await?;
    Ok(found.into_iter().map(|found| found.delegated).collect())
}

//! What somebody holds, and who could take it over.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use lanmu_api::handover::{
    HandoverDelegation, HandoverEntry, HandoverItem, HandoverPost, HandoverView, Successor,
};
use lanmu_api::person::HeldPost;
use lanmu_api::session::PostView;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Post;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::find::{Holding, holdings, person_of};
use super::{delegations, items, rosters};
use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{person, post};
use crate::error::Problem;
use crate::service::article::names;
use crate::service::holders::holders;
use crate::session::SignedIn;

/// Everything that somebody holds now.
///
/// # Errors
/// 403 for who does not grant posts, 404 for nobody of the site.
pub async fn view<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    person_id: i64,
    now: DateTime<FixedOffset>,
) -> Result<HandoverView, Problem> {
    who.need(Permission::GrantPosts)?;
    let site_id = who.person.site_id;
    let person = person_of(db, site_id, person_id).await?;
    let held = holdings(db, person_id).await?;
    let begun = items::begun(db, person_id, &held).await?;
    let waiting = items::waiting(db, &held).await?;
    let entries = rosters::of_person(db, site_id, person_id, now.date_naive()).await?;
    let delegations = delegations::of_person(db, person_id, now.to_utc()).await?;
    let places = held.iter().filter_map(|held| held.department_id);
    let places: Vec<i64> = places
        .chain(entries.iter().map(|entry| entry.department_id))
        .collect();
    let names = names(db, places, []).await?;
    let name = |id: i64| names.place(id, 0).department_name;
    let mut posts = Vec::with_capacity(held.len());
    for held in held {
        let last = is_last(db, site_id, person_id, &held).await?;
        let department_name = held.department_id.map(name).unwrap_or_default();
        let post = Post {
            role: held.role,
            department_id: held.department_id,
            title: held.title,
        };
        posts.push(HandoverPost {
            held: HeldPost {
                id: held.id,
                post: PostView {
                    post,
                    department_name,
                },
            },
            last,
        });
    }
    Ok(HandoverView {
        person_id,
        name: person.name,
        posts,
        drafts: begun
            .into_iter()
            .map(|article| HandoverItem {
                article_id: article.id,
                department_id: article.department_id,
                stage: None,
                since: local(article.state_since),
                taken: Vec::new(),
            })
            .collect(),
        waiting: waiting
            .into_iter()
            .map(|found| HandoverItem {
                article_id: found.article.id,
                department_id: found.article.department_id,
                stage: Some(found.stage),
                since: local(found.article.state_since),
                taken: found.waiting.taken,
            })
            .collect(),
        delegations: delegations
            .into_iter()
            .map(|row| {
                let given = row.principal_id == person_id;
                Ok(HandoverDelegation {
                    id: row.id,
                    post_id: row.post_id,
                    given,
                    other_name: if given {
                        row.delegate_name
                    } else {
                        row.principal_name
                    },
                    title: row.title,
                    role: from_key(&row.role)?,
                    until: local(row.ends_at),
                })
            })
            .collect::<Result<_, Problem>>()?,
        entries: entries
            .into_iter()
            .map(|row| {
                Ok(HandoverEntry {
                    id: row.id,
                    department_id: row.department_id,
                    department_name: name(row.department_id),
                    role: from_key(&row.role)?,
                    post: row.post,
                })
            })
            .collect::<Result<_, Problem>>()?,
        successors: successors(db, who, person_id).await?,
    })
}

/// Whether nobody else with an open account holds the role there.
async fn is_last<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    person_id: i64,
    held: &Holding,
) -> Result<bool, Problem> {
    let others = holders(db, site_id, held.role, held.department_id).await?;
    Ok(others.iter().all(|id| *id == person_id))
}

/// Everybody with an open account but the person, and whoever asks: nobody grants to oneself.
async fn successors<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    person_id: i64,
) -> Result<Vec<Successor>, Problem> {
    let people = person::Entity::find()
        .filter(person::Column::SiteId.eq(who.person.site_id))
        .filter(person::Column::Active.eq(true))
        .filter(person::Column::Id.is_not_in([person_id, who.person.id]))
        .order_by_asc(person::Column::Name)
        .order_by_asc(person::Column::Id)
        .all(db)
        .await?;
    let mut titles: HashMap<i64, Vec<String>> = HashMap::new();
    for row in post::Entity::find()
        .filter(post::Column::SiteId.eq(who.person.site_id))
        .filter(post::Column::EndedAt.is_null())
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?
    {
        titles.entry(row.person_id).or_default().push(row.title);
    }
    Ok(people
        .into_iter()
        .map(|person| Successor {
            titles: titles.remove(&person.id).unwrap_or_default(),
            id: person.id,
            name: person.name,
            login: person.login,
        })
        .collect())
}

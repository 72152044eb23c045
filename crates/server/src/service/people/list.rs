//! Listing people.

use std::collections::HashMap;

use lanmu_api::page::{Page, PageMeta};
use lanmu_api::person::{HeldPost, PersonRow};
use lanmu_api::session::PostView;
use lanmu_domain::role::Post;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::entity::key::from_key;
use crate::entity::{department, person, post};

/// Which people to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleFilter {
    /// A pattern for the name or the login name, with `\` as the escape.
    pub pattern: Option<String>,
    /// Only who holds a post in this department.
    pub department_id: Option<i64>,
    /// Only people with a greater id: the last one of the page before.
    pub after: Option<i64>,
    /// How many.
    pub limit: u64,
}

/// A page of the people of a site with the posts that they hold, in the order in which they came.
///
/// # Errors
/// The database cannot be reached.
pub async fn list_people<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    filter: &PeopleFilter,
) -> Result<Page<PersonRow>, DbErr> {
    let matching = matching(site_id, filter);
    let total = matching.clone().count(db).await?;
    let mut people = matching
        .filter(person::Column::Id.gt(filter.after.unwrap_or(0)))
        .order_by_asc(person::Column::Id)
        .limit(filter.limit + 1)
        .all(db)
        .await?;
    let more = people.len() as u64 > filter.limit;
    if more {
        people.pop();
    }
    let next = people
        .last()
        .filter(|_| more)
        .map(|person| person.id.to_string());
    let mut posts = posts_of(db, &people).await?;
    let items = people
        .into_iter()
        .map(|person| PersonRow {
            posts: posts.remove(&person.id).unwrap_or_default(),
            id: person.id,
            name: person.name,
            login: person.login,
            active: person.active,
        })
        .collect();
    Ok(Page {
        items,
        meta: PageMeta {
            total,
            next,
            ..Default::default()
        },
    })
}

fn matching(site_id: i64, filter: &PeopleFilter) -> Select<person::Entity> {
    let mut query = person::Entity::find().filter(person::Column::SiteId.eq(site_id));
    if let Some(pattern) = &filter.pattern {
        let like = || LikeExpr::new(pattern.clone()).escape('\\');
        query = query.filter(
            Condition::any()
                .add(person::Column::Name.like(like()))
                .add(person::Column::Login.like(like())),
        );
    }
    if let Some(id) = filter.department_id {
        let members = post::Entity::find()
            .select_only()
            .column(post::Column::PersonId)
            .filter(post::Column::DepartmentId.eq(id))
            .filter(post::Column::EndedAt.is_null())
            .into_query();
        query = query.filter(person::Column::Id.in_subquery(members));
    }
    query
}

/// The posts that people hold now, by person.
async fn posts_of<C: ConnectionTrait>(
    db: &C,
    people: &[person::Model],
) -> Result<HashMap<i64, Vec<HeldPost>>, DbErr> {
    let held = post::Entity::find()
        .filter(post::Column::PersonId.is_in(people.iter().map(|person| person.id)))
        .filter(post::Column::EndedAt.is_null())
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?;
    let departments = held.iter().filter_map(|post| post.department_id);
    let names: HashMap<i64, String> = department::Entity::find()
        .filter(department::Column::Id.is_in(departments))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let mut posts: HashMap<i64, Vec<HeldPost>> = HashMap::new();
    for row in held {
        let name = row.department_id.and_then(|id| names.get(&id)).cloned();
        let post = Post {
            role: from_key(&row.role)?,
            department_id: row.department_id,
            title: row.title,
        };
        posts.entry(row.person_id).or_default().push(HeldPost {
            id: row.id,
            post: PostView {
                post,
                department_name: name.unwrap_or_default(),
            },
        });
    }
    Ok(posts)
}

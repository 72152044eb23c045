//! Who should know about an act. Notifications are written with the act, in its transaction, and
//! delivered after it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use lanmu_domain::review::Stage;
use lanmu_domain::role::Role;
use sea_orm::sea_query::Condition;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::case::LoadedArticle;
use crate::entity::{notification, person, post};

/// Tells these people, each once.
///
/// # Errors
/// The database cannot be reached.
pub async fn tell<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    people: impl IntoIterator<Item = i64> + Send,
    text: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let people: BTreeSet<i64> = people.into_iter().collect();
    if people.is_empty() {
        return Ok(());
    }
    let rows = people
        .into_iter()
        .map(|person_id| notification::ActiveModel {
            site_id: Set(loaded.article.site_id),
            person_id: Set(person_id),
            article_id: Set(Some(loaded.article.id)),
            text: Set(text.to_owned()),
            created_at: Set(at),
            read_at: Set(None),
            ..Default::default()
        });
    notification::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Tells those who can decide at the stage that is awaited now. `excluded` cannot: they signed or
/// wrote what is to be reviewed. Where nobody is left, the coordinators are told instead; the item
/// waits, nothing is ever approved by emptiness.
///
/// # Errors
/// The database cannot be reached.
pub async fn tell_stage<C: ConnectionTrait>(
    db: &C,
    loaded: &LoadedArticle,
    stage: Stage,
    excluded: &[i64],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let site_id = loaded.article.site_id;
    let title = &loaded.content.title;
    let department = &loaded.place.department_name;
    let mut eligible = holders(
        db,
        site_id,
        stage.role(),
        Some(loaded.article.department_id),
    )
    .await?;
    eligible.retain(|id| !excluded.contains(id));
    if eligible.is_empty() {
        let coordinators = holders(db, site_id, Role::Coordinator, None).await?;
        let text = format!(
            "{department}的稿件《{title}》等待{}，但该部门没有可以{}的{}，请尽快落实人员。",
            stage.label(),
            stage.label(),
            stage.role().label()
        );
        return tell(db, loaded, coordinators, &text, at).await;
    }
    let text = format!("{department}的稿件《{title}》等待您{}。", stage.label());
    tell(db, loaded, eligible, &text, at).await
}

/// The people with an open account who hold a role now, in a department or for the whole site.
async fn holders<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    role: Role,
    department_id: Option<i64>,
) -> Result<Vec<i64>, DbErr> {
    let active = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Active.eq(true))
        .into_query();
    let place = match department_id {
        Some(id) => post::Column::DepartmentId.eq(id),
        None => post::Column::DepartmentId.is_null(),
    };
    post::Entity::find()
        .select_only()
        .column(post::Column::PersonId)
        .distinct()
        .filter(post::Column::SiteId.eq(site_id))
        .filter(post::Column::Role.eq(role.key()))
        .filter(
            Condition::all()
                .add(place)
                .add(post::Column::EndedAt.is_null()),
        )
        .filter(post::Column::PersonId.in_subquery(active))
        .into_tuple()
        .all(db)
        .await
}

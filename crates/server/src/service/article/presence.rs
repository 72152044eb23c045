//! Who else has the editor of an item open.

use chrono::{DateTime, TimeDelta, Utc};
use lanmu_api::presence::PresentPerson;
use lanmu_domain::role::Role;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter, QueryOrder,
};

use super::case::load;
use crate::clock::local;
use crate::db::WriteTx;
use crate::entity::article_presence::{ActiveModel, Column, Entity, Model};
use crate::error::Problem;
use crate::session::SignedIn;

/// Whoever was not heard of for so long has left. Pages say every 20 seconds that they are there,
/// while somebody types or touches them.
const HEARD_WITHIN: TimeDelta = TimeDelta::seconds(90);

/// Notes that the person has the editor open, or leaves it, and gives the others. It is no act on
/// the article and writes no ledger line.
///
/// # Errors
/// 404 for an article that the person does not see, 403 for whoever does not write it.
pub async fn present(
    write: &WriteTx,
    who: &SignedIn,
    article_id: i64,
    leaving: bool,
) -> Result<Vec<PresentPerson>, Problem> {
    let loaded = load(write.tx(), write.site_id(), article_id)
        .await?
        .filter(|loaded| who.sees(loaded.article.department_id))
        .ok_or_else(Problem::not_found)?;
    let department_id = loaded.article.department_id;
    if who.actor.post_in(Role::Officer, department_id).is_none() {
        return Err(Problem::not_allowed());
    }
    let now = write.now_utc();
    let here = here(write.tx(), article_id, now).await?;
    let own = here.iter().find(|row| row.person_id == who.person.id);
    let others = here.iter().filter(|row| row.person_id != who.person.id);
    let others = others.map(|row| PresentPerson {
        name: row.person_name.clone(),
        post: row.post.clone(),
        since: local(row.since),
    });
    let since = own.map_or(now, |row| row.since);
    // Those not heard of go with it.
    Entity::delete_many()
        .filter(Column::ArticleId.eq(article_id))
        .filter(
            Column::SeenAt
                .lt(now - HEARD_WITHIN)
                .or(Column::PersonId.eq(who.person.id)),
        )
        .exec(write.tx())
        .await?;
    if !leaving {
        ActiveModel {
            article_id: Set(article_id),
            person_id: Set(who.person.id),
            person_name: Set(who.person.name.clone()),
            post: Set(who.title(Role::Officer, Some(department_id))),
            since: Set(since),
            seen_at: Set(now),
            ..Default::default()
        }
        .insert(write.tx())
        .await?;
    }
    Ok(others.collect())
}

async fn here<C: ConnectionTrait>(
    db: &C,
    article_id: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::ArticleId.eq(article_id))
        .filter(Column::SeenAt.gte(now - HEARD_WITHIN))
        .order_by_asc(Column::Since)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

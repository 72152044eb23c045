//! Emergency releases that a person may review, or that nobody has reviewed in time.

use chrono::{DateTime, FixedOffset};
use lanmu_domain::role::Role;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use crate::entity::emergency_release::{Column, Entity, Model};
use crate::entity::{article, revision};
use crate::session::SignedIn;

/// One of them.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The release.
    pub release: Model,
    /// Whether the time has passed.
    pub overdue: bool,
}

/// What waits for this person's retrospective review, the earliest due first: that of the own
/// departments for section heads and leaders, all for coordinators.
///
/// # Errors
/// The database cannot be reached.
pub async fn waiting<C: ConnectionTrait>(
    db: &C,
    who: &SignedIn,
    now: DateTime<FixedOffset>,
) -> Result<Vec<Waiting>, DbErr> {
    let reviews: Vec<i64> = who
        .actor
        .posts
        .iter()
        .filter(|post| matches!(post.role, Role::SectionHead | Role::Leader))
        .filter_map(|post| post.department_id)
        .collect();
    let coordinates = who.actor.holds(Role::Coordinator);
    if reviews.is_empty() && !coordinates {
        return Ok(Vec::new());
    }
    let me = who.person.id;
    let not_mine = Condition::any()
        .add(Column::SubmitterId.is_null())
        .add(Column::SubmitterId.ne(me));
    let mut open = Entity::find()
        .filter(Column::SiteId.eq(who.person.site_id))
        .filter(Column::Verdict.is_null())
        .filter(Column::Void.eq(false))
        .filter(Column::PersonId.ne(me))
        .filter(not_mine);
    if !coordinates {
        open = open.filter(Column::DepartmentId.is_in(reviews));
    }
    let mut found = open
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    if !found.is_empty() {
        let own = written_by(db, me, &found).await?;
        found.retain(|release| !own.contains(&release.article_id));
    }
    Ok(found
        .into_iter()
        .map(|release| Waiting {
            overdue: release.due_at < now,
            release,
        })
        .collect())
}

/// Those of the articles of which the person wrote the current revision.
async fn written_by<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    found: &[Model],
) -> Result<Vec<i64>, DbErr> {
    let articles: Vec<article::Model> = article::Entity::find()
        .filter(article::Column::Id.is_in(found.iter().map(|release| release.article_id)))
        .all(db)
        .await?;
    let revisions = articles.iter().filter_map(|article| article.revision_id);
    let own = revision::Entity::find()
        .filter(revision::Column::Id.is_in(revisions))
        .filter(revision::Column::AuthorId.eq(person_id))
        .all(db)
        .await?;
    Ok(own
        .into_iter()
        .map(|revision| revision.article_id)
        .collect())
}

//! 审核箱: what waits for a person's review.

use lanmu_api::article::ArticleRow;
use lanmu_domain::review::{ArticleState, Stage};
use lanmu_domain::role::Actor;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Select};

use super::empty_stage::taken;
use crate::entity::{article, opinion, revision};
use crate::service::article::{rows, verdict};

/// The stages at which a person can decide, each with the state in which items wait for it.
const WAITING: [(Stage, ArticleState); 2] = [
    (Stage::Section, ArticleState::InSectionReview),
    (Stage::Release, ArticleState::InReleaseReview),
];

/// The items that wait for this person: those at a stage for which the person holds the post in
/// the department, or stands in for who does (委托代办), without those that the person, or the
/// person for whom one would stand in, wrote or has part in an approval of, because the three
/// reviews are by three persons. `None` for whoever has neither such a post nor a delegation.
#[must_use]
pub fn awaiting(
    site_id: i64,
    actor: &Actor,
    only: Option<Stage>,
) -> Option<Select<article::Entity>> {
    let mut places = Condition::any();
    for (stage, state) in WAITING {
        let departments: Vec<i64> = actor
            .posts
            .iter()
            .filter(|post| post.role == stage.role())
            .filter_map(|post| post.department_id)
            .collect();
        if departments.is_empty() || only.is_some_and(|only| only != stage) {
            continue;
        }
        places = places.add(
            article::Column::State
                .eq(state.key())
                .and(article::Column::DepartmentId.is_in(departments)),
        );
    }
    for (stage, state) in WAITING {
        if only.is_some_and(|only| only != stage) {
            continue;
        }
        for delegated in actor
            .delegated
            .iter()
            .filter(|d| d.post.role == stage.role())
        {
            let principal_id = delegated.principal_id;
            places = places.add(
                article::Column::State
                    .eq(state.key())
                    .and(article::Column::DepartmentId.eq(delegated.post.department_id))
                    .and(Expr::exists(signed_by(principal_id)).not())
                    .and(Expr::exists(written_by(principal_id)).not()),
            );
        }
    }
    if places.is_empty() {
        return None;
    }
    Some(
        article::Entity::find()
            .filter(article::Column::SiteId.eq(site_id))
            .filter(places)
            .filter(Expr::exists(signed_by(actor.person_id)).not())
            .filter(Expr::exists(written_by(actor.person_id)).not()),
    )
}

/// The rows of the inbox, in the order given, each with the name of the person for whom it would be
/// reviewed.
///
/// # Errors
/// The database does not answer.
pub async fn inbox_rows<C: ConnectionTrait>(
    db: &C,
    actor: &Actor,
    articles: &[article::Model],
) -> Result<Vec<ArticleRow>, DbErr> {
    let mut rows = rows(db, articles).await?;
    if actor.delegated.is_empty() {
        return Ok(rows);
    }
    let taken = taken(db, articles).await?;
    for row in &mut rows {
        let Some(role) = row.state.awaited_stage().map(Stage::role) else {
            continue;
        };
        if actor.post_in(role, row.department_id).is_some() {
            continue;
        }
        let taken = taken.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        row.on_behalf_of = actor
            .delegated_in(role, row.department_id)
            .into_iter()
            .find(|delegated| !taken.contains(&delegated.principal_id))
            .map(|delegated| delegated.principal_name.clone());
    }
    Ok(rows)
}

/// An approval of the article by this person, or in this person's name, that stands.
fn signed_by(person_id: i64) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(opinion::Entity)
        .and_where(
            Expr::col((opinion::Entity, opinion::Column::ArticleId))
                .equals((article::Entity, article::Column::Id)),
        )
        .cond_where(
            Condition::any()
                .add(Expr::col((opinion::Entity, opinion::Column::PersonId)).eq(person_id))
                .add(Expr::col((opinion::Entity, opinion::Column::OnBehalfOfId)).eq(person_id)),
        )
        .and_where(Expr::col((opinion::Entity, opinion::Column::Verdict)).eq(verdict::APPROVED))
        .and_where(Expr::col((opinion::Entity, opinion::Column::Voided)).eq(false))
        .to_owned()
}

/// The current revision, if this person wrote it.
fn written_by(person_id: i64) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(revision::Entity)
        .and_where(
            Expr::col((revision::Entity, revision::Column::Id))
                .equals((article::Entity, article::Column::RevisionId)),
        )
        .and_where(Expr::col((revision::Entity, revision::Column::AuthorId)).eq(person_id))
        .to_owned()
}

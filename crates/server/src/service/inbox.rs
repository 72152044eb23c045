//! 审核箱: what waits for a person's review.

use lanmu_domain::review::{ArticleState, Stage};
use lanmu_domain::role::Actor;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::entity::{article, opinion, revision};
use crate::service::article::verdict;

/// The stages at which a person can decide, each with the state in which items wait for it.
const WAITING: [(Stage, ArticleState); 2] = [
    (Stage::Section, ArticleState::InSectionReview),
    (Stage::Release, ArticleState::InReleaseReview),
];

/// The items that wait for this person: those at a stage for which the person holds the post in
/// the department, without those that the person wrote or has signed in this review, because the
/// three reviews are by three persons. `None` for whoever holds no such post.
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

/// An approval of the article by this person that stands.
fn signed_by(person_id: i64) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(opinion::Entity)
        .and_where(
            Expr::col((opinion::Entity, opinion::Column::ArticleId))
                .equals((article::Entity, article::Column::Id)),
        )
        .and_where(Expr::col((opinion::Entity, opinion::Column::PersonId)).eq(person_id))
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

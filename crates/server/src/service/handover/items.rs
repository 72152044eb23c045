//! Items that the person began, and items that wait for the person's posts.

use std::collections::HashMap;

use lanmu_domain::review::{ArticleState, Stage};
use lanmu_domain::role::Role;
use lanmu_domain::roster::Waiting;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::find::Holding;
use crate::entity::article;
use crate::entity::key::from_key;
use crate::service::empty_stage::taken;

/// Items that are not done and that the person began in the departments whose officer's post is
/// among these, the oldest first.
///
/// # Errors
/// The database does not answer.
pub(super) async fn begun<C: ConnectionTrait>(
    db: &C,
    person_id: i64,
    holdings: &[Holding],
) -> Result<Vec<article::Model>, DbErr> {
    let places = departments(holdings, Role::Officer);
    let open = ArticleState::ALL
        .into_iter()
        .filter(|state| state.is_under_way());
    article::Entity::find()
        .filter(article::Column::CreatedBy.eq(person_id))
        .filter(article::Column::DepartmentId.is_in(places))
        .filter(article::Column::State.is_in(open.map(ArticleState::key)))
        .order_by_asc(article::Column::Id)
        .all(db)
        .await
}

/// An item at the stage that waits for one of the posts.
pub(super) struct AtStage {
    pub article: article::Model,
    pub stage: Stage,
    pub waiting: Waiting,
}

/// The items that wait for these posts, the longest wait first.
///
/// # Errors
/// The database does not answer.
pub(super) async fn waiting<C: ConnectionTrait>(
    db: &C,
    holdings: &[Holding],
) -> Result<Vec<AtStage>, DbErr> {
    let mut places: Vec<i64> = departments(holdings, Role::SectionHead);
    places.extend(departments(holdings, Role::Leader));
    let in_review = ArticleState::ALL
        .into_iter()
        .filter(|state| state.awaited_stage().is_some())
        .map(ArticleState::key);
    let found = article::Entity::find()
        .filter(article::Column::DepartmentId.is_in(places))
        .filter(article::Column::State.is_in(in_review))
        .order_by_asc(article::Column::StateSince)
        .order_by_asc(article::Column::Id)
        .all(db)
        .await?;
    let mut parts: HashMap<i64, Vec<i64>> = taken(db, &found).await?;
    let mut waiting = Vec::new();
    for article in found {
        let state: ArticleState = from_key(&article.state)?;
        let Some(stage) = state.awaited_stage() else {
            continue;
        };
        if !departments(holdings, stage.role()).contains(&article.department_id) {
            continue;
        }
        waiting.push(AtStage {
            waiting: Waiting {
                article_id: article.id,
                taken: parts.remove(&article.id).unwrap_or_default(),
            },
            article,
            stage,
        });
    }
    Ok(waiting)
}

fn departments(holdings: &[Holding], role: Role) -> Vec<i64> {
    holdings
        .iter()
        .filter(|held| held.role == role)
        .filter_map(|held| held.department_id)
        .collect()
}

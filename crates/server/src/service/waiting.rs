//! Where reviews wait, and for how long.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use lanmu_api::waiting::{WaitingReviews, WaitingRow};
use lanmu_domain::review::{ArticleState, Stage};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::clock::local;
use crate::entity::article;
use crate::entity::key::from_key;
use crate::service::freshness::{Scope, departments, work_calendar};

/// What waits in the departments of the scope, counted in working days.
///
/// # Errors
/// The database does not answer.
pub async fn waiting_reviews<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    scope: &Scope,
    today: NaiveDate,
) -> Result<WaitingReviews, DbErr> {
    let states = ArticleState::ALL
        .into_iter()
        .filter(|state| state.awaited_stage().is_some())
        .map(ArticleState::key);
    let mut select = article::Entity::find()
        .filter(article::Column::SiteId.eq(site_id))
        .filter(article::Column::State.is_in(states));
    if let Some(own) = scope.departments() {
        select = select.filter(article::Column::DepartmentId.is_in(own.iter().copied()));
    }
    let found: Vec<(i64, String, chrono::DateTime<chrono::Utc>)> = select
        .select_only()
        .columns([
            article::Column::DepartmentId,
            article::Column::State,
            article::Column::StateSince,
        ])
        .into_tuple()
        .all(db)
        .await?;
    let calendar = work_calendar(db, site_id, None).await?;
    let names = departments(db, site_id).await?;
    let mut waits: BTreeMap<(i64, Stage), Vec<u32>> = BTreeMap::new();
    for (department_id, state, since) in found {
        let state: ArticleState = from_key(&state)?;
        if let Some(stage) = state.awaited_stage() {
            let days = calendar.working_days_after(local(since).date_naive(), today);
            waits.entry((department_id, stage)).or_default().push(days);
        }
    }
    let mut rows: Vec<WaitingRow> = waits
        .into_iter()
        .map(|((department_id, stage), mut days)| {
            days.sort_unstable_by(|a, b| b.cmp(a));
            WaitingRow {
                department_id,
                department_name: names
                    .get(&department_id)
                    .map(|row| row.name.clone())
                    .unwrap_or_default(),
                stage,
                days,
            }
        })
        .collect();
    let position = |row: &WaitingRow| names.get(&row.department_id).map(|row| row.position);
    rows.sort_by_cached_key(|row| {
        let longest = row.days.first().copied().unwrap_or_default();
        (std::cmp::Reverse(longest), position(row), row.stage)
    });
    Ok(WaitingReviews { today, rows })
}

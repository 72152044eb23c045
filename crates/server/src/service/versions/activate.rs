//! The day of a planned version: its changes are done before anything else of that day.

use std::sync::atomic::Ordering;

use chrono::Datelike;
use lanmu_api::error::ErrorCode;
use lanmu_api::matrix_draft::VersionState;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::matrix_change::KeyedChange;
use lanmu_domain::role::Role;
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::decide::come_into_force;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::{from_json, to_key};
use crate::entity::{matrix_version, person};
use crate::error::Problem;
use crate::service::holders::holders;
use crate::service::notify::{About, tell};
use crate::session::SignedIn;
use crate::state::AppState;

/// Asked before each request, answered once a day: what was planned for today or earlier comes into
/// force. What is planned later is planned for another day.
///
/// # Errors
/// The database does not answer; the next request asks again.
pub async fn activate_on_a_new_day(state: &AppState) -> Result<(), Problem> {
    let today = state.clock.today().num_days_from_ce();
    if state.matrix_day.load(Ordering::Acquire) == today {
        return Ok(());
    }
    activate(state).await?;
    state.matrix_day.store(today, Ordering::Release);
    Ok(())
}

/// Brings every version into force whose day has come. Several servers on one database do it once.
///
/// # Errors
/// The database does not answer.
pub async fn activate(state: &AppState) -> Result<(), Problem> {
    let due = matrix_version::Entity::find()
        .filter(matrix_version::Column::State.eq(to_key(&VersionState::Planned)))
        .filter(matrix_version::Column::EffectiveFrom.lte(state.clock.today()))
        .order_by_asc(matrix_version::Column::EffectiveFrom)
        .order_by_asc(matrix_version::Column::Number)
        .all(state.db.conn())
        .await?;
    for row in due {
        if let Err(problem) = bring(state, row.site_id, row.id).await {
            if problem.code() != ErrorCode::Invalid {
                return Err(problem);
            }
            give_up(state, row.site_id, row.id, &problem).await?;
        }
    }
    Ok(())
}

async fn bring(state: &AppState, site_id: i64, id: i64) -> Result<(), Problem> {
    let mut write = WriteTx::begin_system(state, site_id).await?;
    let Some(row) = planned(&write, id).await? else {
        return Ok(());
    };
    // Also where no server ran on the day.
    write.set_day(row.effective_from);
    let decided_by = person::Entity::find_by_id(row.decided_by_id.unwrap_or_default())
        .one(write.tx())
        .await?
        .ok_or_else(|| Problem::internal("a version that nobody decided"))?;
    let who = SignedIn::load(write.tx(), decided_by, write.now_utc()).await?;
    let changes: Vec<KeyedChange> = match row.changes.clone() {
        Some(stored) => from_json(stored)?,
        None => Vec::new(),
    };
    let (number, day) = (row.number, row.effective_from);
    // It does not stand in its own way.
    let mut begun = row.into_active_model();
    begun.state = Set(to_key(&VersionState::InForce));
    let row = begun.update(write.tx()).await?;
    come_into_force(&write, &who, row, &changes).await?;
    let text = format!("责任表第{number}版自{}起生效。", long_day(day));
    tell_coordinators(&write, &text).await?;
    write.finish().await
}

/// Something stands against it: nothing of it is done, and the coordinators are told.
async fn give_up(
    state: &AppState,
    site_id: i64,
    id: i64,
    problem: &Problem,
) -> Result<(), Problem> {
    let write = WriteTx::begin_system(state, site_id).await?;
    let Some(row) = planned(&write, id).await? else {
        return Ok(());
    };
    let reasons: String = problem
        .fields()
        .iter()
        .map(|f| f.message.as_str())
        .collect();
    let note = format!("到期未能生效：{reasons}");
    let subject = format!("责任表第{}版", row.number);
    let mut failed = row.into_active_model();
    failed.state = Set(to_key(&VersionState::Failed));
    failed.note = Set(note.clone());
    failed.update(write.tx()).await?;
    tell_coordinators(&write, &format!("{subject}{note}请重新拟定。")).await?;
    let entry = LedgerEntry {
        subject,
        note,
        ..Default::default()
    };
    write.ledger(LedgerAct::MatrixCancelled, entry).await?;
    write.finish().await
}

async fn planned(write: &WriteTx, id: i64) -> Result<Option<matrix_version::Model>, Problem> {
    let found = matrix_version::Entity::find_by_id(id)
        .filter(matrix_version::Column::State.eq(to_key(&VersionState::Planned)))
        .one(write.tx());
    Ok(found.await?)
}

async fn tell_coordinators(write: &WriteTx, text: &str) -> Result<(), Problem> {
    let (tx, site_id) = (write.tx(), write.site_id());
    let people = holders(tx, site_id, Role::Coordinator, None).await?;
    let about = About {
        site_id,
        article_id: None,
        at: write.now_utc(),
    };
    Ok(tell(tx, about, people, text).await?)
}

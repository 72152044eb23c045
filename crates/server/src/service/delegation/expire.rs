//! The end of delegations that end by themselves is told and written down. What they give ends at
//! its moment, whether or not this has run.

use lanmu_domain::ledger::LedgerAct;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

use super::line::{line, tell_of};
use crate::db::WriteTx;
use crate::entity::{delegation, site};
use crate::error::Problem;
use crate::state::AppState;

/// Tells principal and delegate of every delegation that is over; gives how many there were. Several
/// servers on one database tell it once.
///
/// # Errors
/// The database does not answer.
pub async fn expire(state: &AppState) -> Result<usize, Problem> {
    let mut told = 0;
    for site in site::Entity::find().all(state.db.conn()).await? {
        let over = || {
            delegation::Entity::find()
                .filter(delegation::Column::SiteId.eq(site.id))
                .filter(delegation::Column::EndTold.eq(false))
                .filter(delegation::Column::EndsAt.lte(state.clock.now().to_utc()))
        };
        // Asked first without a write: nearly always there is nothing.
        if over().count(state.db.conn()).await? == 0 {
            continue;
        }
        let write = WriteTx::begin_system(state, site.id).await?;
        let rows = over()
            .order_by_asc(delegation::Column::Id)
            .all(write.tx())
            .await?;
        for row in rows {
            let text = format!(
                "{}（{}）委托{}代办的审核事项已到期结束。",
                row.principal_name, row.title, row.delegate_name
            );
            tell_of(&write, [row.principal_id, row.delegate_id], &text).await?;
            let entry = line(&write, &row, String::new(), "到期自动结束").await?;
            write.ledger(LedgerAct::DelegationEnded, entry).await?;
            let mut ended: delegation::ActiveModel = row.into();
            ended.end_told = Set(true);
            ended.update(write.tx()).await?;
            told += 1;
        }
        write.finish().await?;
    }
    Ok(told)
}

//! 关闭栏目: the clocks of a column and of those below it stop from a day on.

use chrono::NaiveDate;
use lanmu_api::column::CloseColumn;
use lanmu_api::error::ErrorCode;
use lanmu_domain::freshness::Closure;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};

use super::check::{Wrong, sentence};
use super::{Keeper, Kept, duties_below, path_of};
use crate::db::WriteTx;
use crate::entity::column_closure;
use crate::error::Problem;
use crate::service::freshness::ColumnTree;
use crate::service::versions::refuse_planned_column;
use crate::session::SignedIn;

/// Stores the closure and writes it down.
///
/// # Errors
/// 404, 422 with every field that is wrong; 409 where the column is or will be closed, by itself
/// or with one above it.
pub async fn close_column(
    write: &WriteTx,
    who: &SignedIn,
    column_id: i64,
    request: &CloseColumn,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let tree = ColumnTree::load(write.tx(), write.site_id()).await?;
    let path = path_of(&tree, column_id)?;
    refuse_planned_column(write, column_id).await?;
    let day = request.closed_on;
    let mut wrong = Wrong::default();
    wrong.check_day("closed_on", day, keeper.today);
    let reason = wrong.words("reason", "关闭原因", &request.reason);
    wrong.none()?;
    let own = closures(write, &[column_id]).await?;
    if let Some(open) = own.iter().find(|closure| closure.reopened_on.is_none()) {
        let message = format!(
            "该栏目已定于{}起关闭，不能重复关闭。",
            long_day(open.closed_on)
        );
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    if let Some(reopened) = own
        .iter()
        .filter_map(|closure| closure.reopened_on)
        .find(|reopened| *reopened > day)
    {
        let message = format!(
            "该栏目已关闭，定于{}恢复，再次关闭不能早于这一天。",
            long_day(reopened)
        );
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    refuse_below_closed(write, &tree, column_id, day).await?;
    let row = column_closure::ActiveModel {
        site_id: Set(write.site_id()),
        column_id: Set(column_id),
        closed_on: Set(day),
        reason: Set(reason.clone()),
        closed_by_name: Set(keeper.name.to_owned()),
        recorded_at: Set(write.now_utc()),
        ..Default::default()
    };
    let id = row.insert(write.tx()).await?.id;
    let note = format!(
        "原为开放，自{}起关闭，本栏目及下级栏目停止计时。原因：{}。",
        long_day(day),
        sentence(&reason)
    );
    write
        .ledger(LedgerAct::ColumnClosed, keeper.column_entry(&path, note))
        .await?;
    let duties = duties_below(write, &tree, column_id, day).await?;
    Ok(Kept { id, day, duties })
}

/// The closures of some columns, by first day.
pub(super) async fn closures(
    write: &WriteTx,
    columns: &[i64],
) -> Result<Vec<column_closure::Model>, DbErr> {
    column_closure::Entity::find()
        .filter(column_closure::Column::SiteId.eq(write.site_id()))
        .filter(column_closure::Column::ColumnId.is_in(columns.iter().copied()))
        .order_by_asc(column_closure::Column::ClosedOn)
        .order_by_asc(column_closure::Column::Id)
        .all(write.tx())
        .await
}

/// The closure above a column that covers a day.
pub(super) async fn closed_above(
    write: &WriteTx,
    tree: &ColumnTree,
    column_id: i64,
    day: NaiveDate,
) -> Result<Option<column_closure::Model>, DbErr> {
    let mut above = tree.chain(column_id);
    above.pop();
    let covers = |row: &column_closure::Model| {
        let (closed_on, reopened_on) = (row.closed_on, row.reopened_on);
        let closure = Closure {
            closed_on,
            reopened_on,
        };
        closure.covers(day)
    };
    Ok(closures(write, &above).await?.into_iter().find(covers))
}

async fn refuse_below_closed(
    write: &WriteTx,
    tree: &ColumnTree,
    column_id: i64,
    day: NaiveDate,
) -> Result<(), Problem> {
    let Some(above) = closed_above(write, tree, column_id, day).await? else {
        return Ok(());
    };
    let message = format!(
        "上级栏目“{}”自{}起关闭，本栏目随之关闭，无须另行关闭。",
        path_of(tree, above.column_id)?.join(" / "),
        long_day(above.closed_on),
    );
    Err(Problem::with(ErrorCode::Refused, message))
}

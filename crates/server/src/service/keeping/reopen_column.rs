//! 恢复栏目: a closed column is open again from a day on.

use lanmu_api::column::ReopenColumn;
use lanmu_api::error::ErrorCode;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::day::long_day;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::check::{Wrong, sentence};
use super::close_column::{closed_above, closures};
use super::{Keeper, Kept, duties_below, path_of};
use crate::db::WriteTx;
use crate::entity::column_closure;
use crate::error::Problem;
use crate::service::freshness::ColumnTree;
use crate::service::versions::refuse_planned_column;
use crate::session::SignedIn;

/// Ends the closure and writes it down. A closure that has not begun is called off by reopening on
/// its first day.
///
/// # Errors
/// 404, 422 with every field that is wrong; 409 where the column itself is not closed.
pub async fn reopen_column(
    write: &WriteTx,
    who: &SignedIn,
    column_id: i64,
    request: &ReopenColumn,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let tree = ColumnTree::load(write.tx(), write.site_id()).await?;
    let path = path_of(&tree, column_id)?;
    refuse_planned_column(write, column_id).await?;
    let day = request.reopened_on;
    let mut wrong = Wrong::default();
    wrong.check_day("reopened_on", day, keeper.today);
    let reason = wrong.words("reason", "恢复原因", &request.reason);
    let own = closures(write, &[column_id]).await?;
    let open = own.iter().find(|closure| closure.reopened_on.is_none());
    if let Some(open) = open.filter(|open| day < open.closed_on) {
        let message = format!("恢复日期不能早于关闭日期{}。", long_day(open.closed_on));
        wrong.add("reopened_on", message);
    }
    wrong.none()?;
    let Some(open) = open else {
        return Err(not_closed(&keeper, &tree, column_id, &own).await?);
    };
    let (id, closed_on) = (open.id, open.closed_on);
    let mut ended = open.clone().into_active_model();
    ended.reopened_on = Set(Some(day));
    ended.reopen_reason = Set(Some(reason.clone()));
    ended.reopened_by_name = Set(Some(keeper.name.to_owned()));
    ended.update(write.tx()).await?;
    let note = format!(
        "原自{}起关闭，自{}起恢复，重新计时。原因：{}。",
        long_day(closed_on),
        long_day(day),
        sentence(&reason)
    );
    write
        .ledger(LedgerAct::ColumnReopened, keeper.column_entry(&path, note))
        .await?;
    let duties = duties_below(write, &tree, column_id, day).await?;
    Ok(Kept { id, day, duties })
}

async fn not_closed(
    keeper: &Keeper<'_>,
    tree: &ColumnTree,
    column_id: i64,
    own: &[column_closure::Model],
) -> Result<Problem, Problem> {
    let planned = own
        .iter()
        .filter_map(|closure| closure.reopened_on)
        .find(|reopened| *reopened > keeper.today);
    let above = closed_above(keeper.write, tree, column_id, keeper.today).await?;
    let message = match (planned, above) {
        (Some(day), _) => format!("该栏目已定于{}恢复。", long_day(day)),
        (None, Some(above)) => format!(
            "本栏目随上级栏目“{}”关闭，请在上级栏目恢复。",
            path_of(tree, above.column_id)?.join(" / ")
        ),
        (None, None) => "该栏目没有关闭，无须恢复。".to_owned(),
    };
    Ok(Problem::with(ErrorCode::Refused, message))
}

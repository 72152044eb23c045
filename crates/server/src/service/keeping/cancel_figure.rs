//! 撤销原定调整: a planned value of a figure does not come.

use lanmu_api::error::ErrorCode;
use lanmu_api::figure::CancelFigure;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::parameters::{parameter_label, value_label};
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::check::{Wrong, sentence};
use super::set_figure::{shipped, stored};
use super::{Keeper, Kept};
use crate::db::WriteTx;
use crate::entity::parameter_value;
use crate::error::Problem;
use crate::service::freshness::DutyFilter;
use crate::session::SignedIn;

/// Marks the value as cancelled. What holds already stays: it is changed by another value.
///
/// # Errors
/// 404 for a value of another site, 409 for one that is in force or was cancelled, 422 without a
/// reason.
pub async fn cancel_figure(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &CancelFigure,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let row = parameter_value::Entity::find_by_id(id)
        .filter(parameter_value::Column::SiteId.eq(write.site_id()))
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    let mut wrong = Wrong::default();
    let reason = wrong.words("reason", "撤销原因", &request.reason);
    wrong.none()?;
    if row.cancelled_at.is_some() {
        let message = "这项调整已经撤销。";
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    if row.effective_from <= keeper.today {
        let message = format!(
            "这项调整自{}起已经执行，不能撤销；需要改变的，请登记新的调整。",
            long_day(row.effective_from)
        );
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let (key, day) = (row.key.clone(), row.effective_from);
    let planned = value_label(&key, &row.value);
    let mut cancelled = row.into_active_model();
    cancelled.cancelled_at = Set(Some(write.now_utc()));
    cancelled.update(write.tx()).await?;
    let values = stored(write.tx(), write.site_id(), &key).await?;
    let stays = values.iter().rfind(|value| value.effective_from <= day);
    let stays = stays.map_or_else(|| shipped(&key).0, |value| value.value.clone());
    let note = format!(
        "撤销原定自{}起改为{planned}的调整，届时仍为{}。原因：{}。",
        long_day(day),
        value_label(&key, &stays),
        sentence(&reason),
    );
    let label = parameter_label(&key).unwrap_or_default();
    write
        .ledger(LedgerAct::FigureChanged, keeper.entry(label, note))
        .await?;
    Ok(Kept {
        id,
        day,
        duties: DutyFilter::All,
    })
}

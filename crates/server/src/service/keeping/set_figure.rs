//! 调整期限参数: a figure has another value from a day on.

use lanmu_api::error::ErrorCode;
use lanmu_api::figure::SetFigure;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::parameters::{check_value, default_values, parameter_label, value_label};
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter, QueryOrder,
};

use super::check::{Wrong, sentence};
use super::{Keeper, Kept};
use crate::db::WriteTx;
use crate::entity::parameter_value;
use crate::error::Problem;
use crate::service::freshness::DutyFilter;
use crate::session::SignedIn;

/// Stores the value and writes down what was and what will be.
///
/// # Errors
/// 422 with every field that is wrong; 409 where another value is to hold from the same day on.
pub async fn set_figure(
    write: &WriteTx,
    who: &SignedIn,
    request: &SetFigure,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let mut wrong = Wrong::default();
    let Some(label) = parameter_label(&request.key) else {
        let message = format!("没有名为“{}”的参数，请核对参数名称。", request.key);
        return Err(Problem::invalid_field("key", message));
    };
    if let Err(problem) = check_value(&request.key, &request.value) {
        wrong.add("value", format!("{}。", problem.message));
    }
    wrong.check_day("effective_from", request.effective_from, keeper.today);
    let basis = wrong.words("basis", "依据", &request.basis);
    let reason = wrong.words("reason", "调整原因", &request.reason);
    wrong.none()?;
    let values = stored(write.tx(), write.site_id(), &request.key).await?;
    if let Some(other) = values
        .iter()
        .find(|value| value.effective_from == request.effective_from)
    {
        return Err(taken(label, other));
    }
    let before = values
        .iter()
        .rfind(|value| value.effective_from < request.effective_from);
    let (was, was_basis) = before.map_or_else(
        || shipped(&request.key),
        |value| (value.value.clone(), value.basis.clone()),
    );
    if was == request.value && was_basis == basis {
        let message = "新的数值和依据与届时执行的相同，无须调整。";
        return Err(Problem::invalid_field("value", message));
    }
    let row = parameter_value::ActiveModel {
        site_id: Set(write.site_id()),
        key: Set(request.key.clone()),
        value: Set(request.value.clone()),
        basis: Set(basis.clone()),
        effective_from: Set(request.effective_from),
        reason: Set(Some(reason.clone())),
        recorded_by_name: Set(Some(keeper.name.to_owned())),
        recorded_at: Set(Some(write.now_utc())),
        ..Default::default()
    };
    let id = row.insert(write.tx()).await?.id;
    let note = format!(
        "由{}改为{}，自{}起执行。依据：{}。原因：{}。",
        value_label(&request.key, &was),
        value_label(&request.key, &request.value),
        long_day(request.effective_from),
        sentence(&basis),
        sentence(&reason),
    );
    write
        .ledger(LedgerAct::FigureChanged, keeper.entry(label, note))
        .await?;
    Ok(Kept {
        id,
        day: request.effective_from,
        duties: DutyFilter::All,
    })
}

/// The values of a figure that were not cancelled, by first day.
pub(super) async fn stored<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    key: &str,
) -> Result<Vec<parameter_value::Model>, DbErr> {
    parameter_value::Entity::find()
        .filter(parameter_value::Column::SiteId.eq(site_id))
        .filter(parameter_value::Column::Key.eq(key))
        .filter(parameter_value::Column::CancelledAt.is_null())
        .order_by_asc(parameter_value::Column::EffectiveFrom)
        .order_by_asc(parameter_value::Column::Id)
        .all(db)
        .await
}

/// Value and basis that hold before any was stored.
pub(super) fn shipped(key: &str) -> (serde_json::Value, String) {
    default_values()
        .into_iter()
        .find(|value| value.key == key)
        .map_or_else(Default::default, |value| (value.value, value.basis))
}

fn taken(label: &str, other: &parameter_value::Model) -> Problem {
    let by = other.recorded_by_name.as_deref().unwrap_or("系统");
    Problem::with(
        ErrorCode::Refused,
        format!(
            "“{label}”已由{by}定为自{}起{}，同一天只能有一个数值，请先撤销原定调整或者另选日期。",
            long_day(other.effective_from),
            value_label(&other.key, &other.value),
        ),
    )
}

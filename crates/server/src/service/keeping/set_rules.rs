//! 设定更新要求: what holds for a column and those below it from a day on.

use lanmu_api::column::SetRules;
use lanmu_api::error::ErrorCode;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::rule::{Rule, check_rules};
use lanmu_domain::text::day::long_day;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;

use super::check::{Wrong, sentence};
use super::{Keeper, Kept, duties_below, path_of};
use crate::db::WriteTx;
use crate::entity::column_rule;
use crate::entity::key::to_key;
use crate::error::Problem;
use crate::service::freshness::ColumnTree;
use crate::service::versions::refuse_planned_column;
use crate::session::SignedIn;

/// Stores the setting, or that it is taken back, and writes it down.
///
/// # Errors
/// 404, 422 with every field that is wrong; 409 where another setting begins on the same day, or
/// there is none to take back.
pub async fn set_rules(
    write: &WriteTx,
    who: &SignedIn,
    column_id: i64,
    request: &SetRules,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let tree = ColumnTree::load(write.tx(), write.site_id()).await?;
    let path = path_of(&tree, column_id)?;
    refuse_planned_column(write, column_id).await?;
    let (words, basis, reason) = check(request, &keeper)?;
    let (day, reach) = (request.effective_from, request.reach);
    refuse_second(write, column_id, request).await?;
    let was = tree.setting(column_id, reach, day)?;
    if request.take_back && was.is_none() {
        let message = format!("该栏目没有设定{}，无须收回。", reach.label());
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let stored = if request.take_back {
        Value::Null
    } else {
        serde_json::to_value(&request.rules).map_err(Problem::internal)?
    };
    let row = column_rule::ActiveModel {
        site_id: Set(write.site_id()),
        column_id: Set(column_id),
        reach: Set(to_key(&reach)),
        rules: Set(stored),
        words: Set(words),
        basis: Set(basis.clone()),
        effective_from: Set(day),
        recorded_by_name: Set(keeper.name.to_owned()),
        recorded_at: Set(write.now_utc()),
        ..Default::default()
    };
    let id = row.insert(write.tx()).await?.id;
    let was = was.map_or_else(|| "未设定".to_owned(), |was| in_words(&was.rules));
    let becomes = if request.take_back {
        "不再设定".to_owned()
    } else {
        in_words(&request.rules)
    };
    let of_basis = if basis.is_empty() {
        String::new()
    } else {
        format!("依据：{}。", sentence(&basis))
    };
    let note = format!(
        "{}由“{was}”改为“{becomes}”，自{}起执行，及于下级栏目。{of_basis}原因：{}。",
        reach.label(),
        long_day(day),
        sentence(&reason),
    );
    write
        .ledger(LedgerAct::RulesSet, keeper.column_entry(&path, note))
        .await?;
    let duties = duties_below(write, &tree, column_id, day).await?;
    Ok(Kept { id, day, duties })
}

/// Words, basis and reason, cleaned.
fn check(request: &SetRules, keeper: &Keeper<'_>) -> Result<(String, String, String), Problem> {
    let mut wrong = Wrong::default();
    wrong.check_day("effective_from", request.effective_from, keeper.today);
    let reason = wrong.words("reason", "设定原因", &request.reason);
    let mut words = wrong.optional("words", "要求原文", &request.words);
    let basis = if request.take_back {
        if !request.rules.is_empty() {
            wrong.add("rules", "收回设定时不能同时填写要求。");
        }
        wrong.optional("basis", "依据", &request.basis)
    } else {
        if let Err(message) = check_rules(request.reach, &request.rules) {
            wrong.add("rules", message);
        }
        if words.is_empty() {
            words = in_words(&request.rules);
        }
        wrong.words("basis", "依据", &request.basis)
    };
    wrong.none()?;
    Ok((words, basis, reason))
}

/// One setting of a kind at a column begins on a day.
async fn refuse_second(write: &WriteTx, column_id: i64, request: &SetRules) -> Result<(), Problem> {
    let other = column_rule::Entity::find()
        .filter(column_rule::Column::SiteId.eq(write.site_id()))
        .filter(column_rule::Column::ColumnId.eq(column_id))
        .filter(column_rule::Column::Reach.eq(to_key(&request.reach)))
        .filter(column_rule::Column::EffectiveFrom.eq(request.effective_from))
        .one(write.tx())
        .await?;
    let Some(other) = other else { return Ok(()) };
    let what = if other.rules.is_null() {
        "收回设定".to_owned()
    } else {
        format!("“{}”", other.words)
    };
    let message = format!(
        "{}已为该栏目登记自{}起的{}：{what}，同一天只能有一项，请另选日期。",
        other.recorded_by_name,
        long_day(other.effective_from),
        request.reach.label(),
    );
    Err(Problem::with(ErrorCode::Refused, message))
}

/// The rules in words, e.g. 30日内更新；每年不少于4次.
fn in_words(rules: &[Rule]) -> String {
    if rules.is_empty() {
        return "不作更新要求".to_owned();
    }
    let labels: Vec<String> = rules.iter().map(Rule::label).collect();
    labels.join("；")
}

//! 取消触发事件: it was registered by mistake, or no longer holds.

use lanmu_api::error::ErrorCode;
use lanmu_api::event::{CancelEvent, EventRow};
use lanmu_domain::article::REASON_MAX_CHARS;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::day::long_day;
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};

use super::facts::{EventFacts, LoadedEvent};
use super::list::{event, one};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::trigger_event;
use crate::error::Problem;
use crate::service::freshness::Scope;
use crate::service::post_for;
use crate::session::SignedIn;

/// Cancels an event: from now on it obliges nobody. Gives it as it is afterwards.
///
/// # Errors
/// 404 for an event that the person does not see, 409 if it is cancelled already, 403 for one that
/// obliges others or that a publication names, 422 without a reason.
pub async fn cancel(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &CancelEvent,
) -> Result<EventRow, Problem> {
    let (tx, site_id, today) = (write.tx(), write.site_id(), write.now().date_naive());
    let scope = Scope::of(&who.actor, None)?;
    let facts = one(tx, site_id, today, &scope, id).await?;
    let loaded = facts.events.first().ok_or_else(Problem::not_found)?;
    check(&facts, loaded, who)?;
    let reason = clean_block(&request.reason, REASON_MAX_CHARS)
        .map_err(|problem| Problem::invalid_field("reason", problem.message("取消原因")))?;
    if is_blank(&reason) {
        return Err(Problem::invalid_field("reason", "请填写取消原因。"));
    }
    trigger_event::ActiveModel {
        id: Unchanged(id),
        cancelled_at: Set(Some(write.now_utc())),
        cancel_reason: Set(Some(reason.clone())),
        cancelled_by_name: Set(Some(who.person.name.clone())),
        ..Default::default()
    }
    .update(tx)
    .await?;
    write
        .ledger(
            LedgerAct::EventCancelled,
            entry(&facts, loaded, who, &reason),
        )
        .await?;
    event(tx, site_id, today, (&who.actor, &scope), id)
        .await?
        .ok_or_else(|| Problem::internal("the event vanished inside its own transaction"))
}

fn check(facts: &EventFacts, event: &LoadedEvent, who: &SignedIn) -> Result<(), Problem> {
    if event.row.cancelled_at.is_some() {
        let by = event.row.cancelled_by_name.as_deref().unwrap_or_default();
        let message = format!("该触发事件已由{by}取消，不能重复取消。");
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    if facts.may_cancel(event, &who.actor) {
        return Ok(());
    }
    let message = if facts.obliges_only_own(event, &who.actor) {
        "已有发布记录对应该事件，只能由协调人取消。"
    } else {
        "该事件还要求其他部门更新，只能由协调人取消。"
    };
    Err(Problem::with(ErrorCode::NotAllowed, message))
}

fn entry(facts: &EventFacts, event: &LoadedEvent, who: &SignedIn, reason: &str) -> LedgerEntry {
    let obliged = &event.event.department_ids;
    // As when it was registered: an event of several departments is the site's.
    let only = match obliged.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let names: Vec<String> = obliged.iter().map(|id| facts.name(*id)).collect();
    let asked = facts.asked_by(event);
    let column_path = asked
        .first()
        .map(|asked| asked.duty.column_path.join(" / "))
        .unwrap_or_default();
    LedgerEntry {
        post: post_for(&who.actor, obliged.first().copied()),
        department_id: only,
        department_name: names.join("、"),
        column_path,
        subject: event.row.title.clone(),
        note: format!(
            "{}，发生于{}，取消原因：{reason}",
            event.event.trigger.label(),
            long_day(event.row.occurred_on)
        ),
        ..Default::default()
    }
}

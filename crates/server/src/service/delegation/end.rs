//! 终止委托代办, early.

use lanmu_api::delegation::EndDelegation;
use lanmu_api::error::ErrorCode;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::text::is_blank;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::line::{entry, reason_of, tell_of};
use crate::db::WriteTx;
use crate::entity::delegation;
use crate::error::Problem;
use crate::session::SignedIn;

/// Ends a delegation, or takes back one that has not begun. The principal and the security
/// administrator may; who stands in may not.
///
/// # Errors
/// 404 for delegations that the person does not see, 403 for the delegate, 409 if it is over, 422
/// without a reason.
pub async fn end(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &EndDelegation,
) -> Result<(), Problem> {
    let administers = Permission::GrantPosts.held(&who.actor);
    let person_id = who.person.id;
    let row = delegation::Entity::find_by_id(id)
        .filter(delegation::Column::SiteId.eq(write.site_id()))
        .one(write.tx())
        .await?
        .filter(|row| administers || [row.principal_id, row.delegate_id].contains(&person_id))
        .ok_or_else(Problem::not_found)?;
    if !administers && row.principal_id != person_id {
        return Err(Problem::not_allowed());
    }
    if row.ended_at.is_some() || row.ends_at <= write.now_utc() {
        return Err(Problem::with(
            ErrorCode::Refused,
            "该委托已经结束，无需再终止。",
        ));
    }
    let reason = reason_of(&request.reason)?;
    if is_blank(&reason) {
        return Err(Problem::invalid_field("reason", "请填写终止原因。"));
    }
    end_with(write, who, row, &reason).await
}

/// Ends it, tells both, and writes it down.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn end_with(
    write: &WriteTx,
    who: &SignedIn,
    row: delegation::Model,
    reason: &str,
) -> Result<(), Problem> {
    let person_id = who.person.id;
    let mut ended: delegation::ActiveModel = row.clone().into();
    ended.ended_at = Set(Some(write.now_utc()));
    ended.ended_by_name = Set(Some(who.person.name.clone()));
    ended.end_reason = Set(Some(reason.to_owned()));
    ended.end_told = Set(true);
    ended.update(write.tx()).await?;
    let text = format!(
        "{}（{}）委托{}代办的审核事项已由{}终止：{reason}",
        row.principal_name, row.title, row.delegate_name, who.person.name
    );
    let people = [row.principal_id, row.delegate_id];
    let people = people.into_iter().filter(|id| *id != person_id);
    tell_of(write, people, &text).await?;
    let entry = entry(write, who, &row, reason).await?;
    write.ledger(LedgerAct::DelegationEnded, entry).await
}

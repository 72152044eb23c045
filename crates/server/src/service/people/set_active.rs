//! 启用和停用账号, by the system administrator.

use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Actor;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::find::{keep_a_security_administrator, somebody_else};
use super::last_holder::{held_by, keep_every_stage};
use crate::db::{LedgerEntry, WriteTx};
use crate::error::Problem;
use crate::service::post_for;

/// Opens or closes somebody else's account. Closing ends all sessions. Doing what is done already
/// changes nothing and leaves no line in the ledger.
///
/// # Errors
/// 403 without the permission or for oneself, 404, 409 for the last security administrator and for the last
/// one of a stage in a department.
pub async fn set_active(
    write: &WriteTx,
    actor: &Actor,
    person_id: i64,
    active: bool,
) -> Result<(), Problem> {
    if !Permission::ManagePeople.held(actor) {
        return Err(Problem::not_allowed());
    }
    let own = "不能启用或停用自己的账号。";
    let person = somebody_else(write, actor.person_id, person_id, own).await?;
    if person.active == active {
        return Ok(());
    }
    if !active {
        keep_a_security_administrator(write, person_id).await?;
        keep_every_stage(write, person_id, &held_by(write, person_id).await?).await?;
    }
    let entry = LedgerEntry {
        post: post_for(actor, None),
        subject: format!("{}（{}）", person.name, person.login),
        ..Default::default()
    };
    let epoch = person.session_epoch;
    let mut changed = person.into_active_model();
    changed.active = Set(active);
    changed.failed_attempts = Set(0);
    changed.locked_until = Set(None);
    changed.session_epoch = Set(epoch.wrapping_add(1));
    changed.update(write.tx()).await?;
    let act = if active {
        LedgerAct::AccountActivated
    } else {
        LedgerAct::AccountDeactivated
    };
    write.ledger(act, entry).await
}

//! Passwords that the system administrator hands out.

use lanmu_api::person::IssuedPassword;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Actor;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::find::somebody_else;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::password_history;
use crate::error::Problem;
use crate::password;
use crate::service::post_for;

/// A new password, made before the write begins: hashing takes longer than a write may.
pub struct Issued {
    /// To be shown once.
    pub plain: String,
    /// To be stored.
    pub(super) hash: String,
}

/// Makes a password.
///
/// # Errors
/// Hashing failed, which the log explains.
pub async fn new_password() -> Result<Issued, Problem> {
    let plain = password::generate();
    let hash = password::hash(plain.clone()).await?;
    Ok(Issued { plain, hash })
}

/// What is kept under the idempotency key: never the password.
#[must_use]
pub const fn without_password(person_id: i64) -> IssuedPassword {
    IssuedPassword {
        person_id,
        password: String::new(),
    }
}

/// Replaces somebody else's password, unlocks the account and ends its sessions.
///
/// # Errors
/// 403 without the permission or for oneself, 404.
pub async fn reset_password(
    write: &WriteTx,
    actor: &Actor,
    person_id: i64,
    issued: &Issued,
) -> Result<(), Problem> {
    if !Permission::ManagePeople.held(actor) {
        return Err(Problem::not_allowed());
    }
    let own = "不能重置自己的密码，请使用“修改密码”。";
    let person = somebody_else(write, actor.person_id, person_id, own).await?;
    let entry = LedgerEntry {
        post: post_for(actor, None),
        subject: format!("{}（{}）", person.name, person.login),
        ..Default::default()
    };
    let epoch = person.session_epoch;
    let mut changed = person.into_active_model();
    changed.password_hash = Set(issued.hash.clone());
    changed.must_change_password = Set(true);
    changed.failed_attempts = Set(0);
    changed.locked_until = Set(None);
    changed.session_epoch = Set(epoch.wrapping_add(1));
    changed.update(write.tx()).await?;
    remember(write, person_id, issued).await?;
    write.ledger(LedgerAct::PasswordReset, entry).await
}

/// Keeps a password among the former ones, so that it is not chosen again.
pub(super) async fn remember(
    write: &WriteTx,
    person_id: i64,
    issued: &Issued,
) -> Result<(), Problem> {
    password_history::ActiveModel {
        person_id: Set(person_id),
        password_hash: Set(issued.hash.clone()),
        set_at: Set(write.now_utc()),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    Ok(())
}

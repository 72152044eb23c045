//! 结束收集.

use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};

use super::find::open_one;
use super::statuses::{asked_by, handed_in};
use crate::db::{LedgerEntry, WriteTx};
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Closes a collection: nobody hands in any more.
///
/// # Errors
/// 403, 404, 409 for one that is closed.
pub async fn close(write: &WriteTx, who: &SignedIn, id: i64) -> Result<(), Problem> {
    who.need(Permission::ManageRosters)?;
    let collection = open_one(write.tx(), write.site_id(), id).await?;
    let asked = asked_by(write.tx(), id).await?.len();
    let handed_in = handed_in(write.tx(), id).await?.len();
    let title = collection.title.clone();
    let mut closed = collection.into_active_model();
    closed.closed_at = Set(Some(write.now_utc()));
    closed.closed_by_name = Set(Some(who.person.name.clone()));
    closed.update(write.tx()).await?;
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: title,
        note: format!(
            "已报送 {handed_in} 个部门，未报送 {} 个。",
            asked.saturating_sub(handed_in)
        ),
        ..Default::default()
    };
    write.ledger(LedgerAct::CollectionClosed, entry).await
}

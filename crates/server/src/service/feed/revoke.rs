//! 停用日历订阅.

use lanmu_domain::ledger::LedgerAct;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::create::entry;
use crate::db::WriteTx;
use crate::entity::calendar_feed;
use crate::error::Problem;
use crate::session::SignedIn;

/// Ends one of the person's own feeds; ending it twice changes nothing.
///
/// # Errors
/// 404 for a feed of others.
pub async fn revoke(write: &WriteTx, who: &SignedIn, id: i64) -> Result<(), Problem> {
    let feed = calendar_feed::Entity::find_by_id(id)
        .one(write.tx())
        .await?
        .filter(|feed| feed.person_id == who.person.id)
        .ok_or_else(Problem::not_found)?;
    if feed.revoked_at.is_some() {
        return Ok(());
    }
    let department_id = feed.department_id;
    let mut ended = feed.into_active_model();
    ended.revoked_at = Set(Some(write.now_utc()));
    ended.update(write.tx()).await?;
    let entry = entry(write, who, department_id).await?;
    write.ledger(LedgerAct::FeedRevoked, entry).await
}

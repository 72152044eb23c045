//! 报送工作机构表: the form is kept as it is at this moment.

use lanmu_api::error::ErrorCode;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::roster::{HandInStatus, lacking};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use super::find::open_one;
use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{roster_collection_department, roster_hand_in};
use crate::error::Problem;
use crate::service::{post_for, roster};
use crate::session::SignedIn;

/// Hands in the roster of a department as it stands today; once more, until the collection is
/// closed. Gives its id.
///
/// # Errors
/// 403 for another department, 404 where it is not asked, 409 for a closed collection and for a form
/// that lacks something.
pub async fn hand_in(
    write: &WriteTx,
    who: &SignedIn,
    collection_id: i64,
    department_id: i64,
) -> Result<i64, Problem> {
    let site_id = write.site_id();
    let department = roster::department_of(write.tx(), site_id, department_id).await?;
    if !roster::may_keep(who, department_id) {
        return Err(Problem::not_allowed());
    }
    let collection = open_one(write.tx(), site_id, collection_id).await?;
    roster_collection_department::Entity::find_by_id((collection_id, department_id))
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    let today = write.now().date_naive();
    let rows = roster::in_force_on(write.tx(), site_id, Some(department_id), today).await?;
    let lines = rows
        .iter()
        .map(roster::listed)
        .collect::<Result<Vec<_>, _>>()?;
    let lacking = lacking(&lines);
    if !lacking.is_empty() {
        let message = format!("工作机构表尚未填全：{}。补充后再报送。", lacking.join("，"));
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let before = roster_hand_in::Entity::find()
        .filter(roster_hand_in::Column::CollectionId.eq(collection_id))
        .filter(roster_hand_in::Column::DepartmentId.eq(department_id))
        .count(write.tx())
        .await?;
    let number = i32::try_from(before + 1).unwrap_or(i32::MAX);
    let row = roster_hand_in::ActiveModel {
        site_id: Set(site_id),
        collection_id: Set(collection_id),
        department_id: Set(department_id),
        number: Set(number),
        lines: Set(serde_json::to_value(&lines).map_err(Problem::internal)?),
        person_id: Set(who.person.id),
        person_name: Set(who.person.name.clone()),
        at: Set(write.now_utc()),
        ..Default::default()
    };
    let id = row.insert(write.tx()).await?.id;
    let status = HandInStatus::of(local(collection.due_at), Some(write.now()));
    let note = match number {
        1 => format!("{}。", status.label()),
        again => format!("第 {again} 次报送。"),
    };
    let entry = LedgerEntry {
        post: post_for(&who.actor, Some(department_id)),
        department_id: Some(department_id),
        department_name: department.name,
        subject: collection.title,
        note,
        ..Default::default()
    };
    write.ledger(LedgerAct::RosterHandedIn, entry).await?;
    Ok(id)
}

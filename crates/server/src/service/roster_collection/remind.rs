//! 催报: those who have not handed in are reminded, not twice on a day without asking back.

use std::collections::HashMap;

use lanmu_api::error::ErrorCode;
use lanmu_api::roster_collection::{RemindDepartments, Reminded};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::role::Role;
use lanmu_domain::roster::{HandInStatus, may_remind};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::find::open_one;
use super::statuses::{asked_by, statuses};
use crate::clock::{local, moment};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{department, roster_collection_department};
use crate::error::Problem;
use crate::service::holders::holders;
use crate::service::notify::{self, About};
use crate::service::post_for;
use crate::session::SignedIn;

/// Reminds departments.
///
/// # Errors
/// 403, 404, 409 for a closed collection, for departments that have handed in, where nobody is left,
/// and for those that were reminded today already.
pub async fn remind(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &RemindDepartments,
) -> Result<Reminded, Problem> {
    who.need(Permission::ManageRosters)?;
    let collection = open_one(write.tx(), write.site_id(), id).await?;
    let due = local(collection.due_at);
    let statuses = statuses(write.tx(), id, due).await?;
    let missing = |id: &i64| statuses.get(id) == Some(&HandInStatus::Missing);
    let wanted = &request.department_ids;
    if !wanted.iter().all(missing) {
        let message = "所选部门中有已报送或不在收集范围内的，请刷新后重试。";
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let mut asked = asked_by(write.tx(), id).await?;
    asked.retain(|row| {
        missing(&row.department_id) && (wanted.is_empty() || wanted.contains(&row.department_id))
    });
    if asked.is_empty() {
        return Err(Problem::with(
            ErrorCode::Refused,
            "各部门均已报送，无需催报。",
        ));
    }
    let names = names(write, &asked).await?;
    let name = |id: i64| names.get(&id).cloned().unwrap_or_default();
    let twice: Vec<String> = asked
        .iter()
        .filter(|row| !may_remind(row.reminded_at.map(local), write.now()))
        .map(|row| name(row.department_id))
        .collect();
    if !twice.is_empty() && !request.again {
        let message = format!("今天已催报过：{}。如需再次催报，请确认。", twice.join("、"));
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let text = format!(
        "催报：请尽快报送工作机构表“{}”，截止时间{}。",
        collection.title,
        moment(&due)
    );
    let mut answer = Reminded {
        departments: 0,
        people: 0,
        without_people: Vec::new(),
    };
    let mut told = Vec::new();
    for row in asked {
        let department_id = row.department_id;
        let people = tell_department(write, department_id, &text).await?;
        if people == 0 {
            answer.without_people.push(name(department_id));
            continue;
        }
        answer.departments += 1;
        answer.people += people;
        told.push(name(department_id));
        let reminders = row.reminders;
        let mut row = row.into_active_model();
        row.reminded_at = Set(Some(write.now_utc()));
        row.reminders = Set(reminders + 1);
        row.update(write.tx()).await?;
    }
    if told.is_empty() {
        let message = "未报送的部门都没有可用账号，系统内无法催报，请另行联系。";
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: collection.title,
        note: format!("{} 个部门：{}。", told.len(), told.join("、")),
        ..Default::default()
    };
    write.ledger(LedgerAct::CollectionReminded, entry).await?;
    Ok(answer)
}

/// Tells everybody with a post in a department; gives how many.
pub(super) async fn tell_department(
    write: &WriteTx,
    department_id: i64,
    text: &str,
) -> Result<usize, Problem> {
    let mut people = Vec::new();
    for role in Role::ALL.into_iter().filter(|role| role.is_departmental()) {
        people.extend(holders(write.tx(), write.site_id(), role, Some(department_id)).await?);
    }
    people.sort_unstable();
    people.dedup();
    let count = people.len();
    let about = About {
        site_id: write.site_id(),
        article_id: None,
        at: write.now_utc(),
    };
    notify::tell(write.tx(), about, people, text).await?;
    Ok(count)
}

async fn names(
    write: &WriteTx,
    asked: &[roster_collection_department::Model],
) -> Result<HashMap<i64, String>, Problem> {
    let ids = asked.iter().map(|row| row.department_id);
    let found = department::Entity::find()
        .filter(department::Column::Id.is_in(ids))
        .all(write.tx())
        .await?;
    Ok(found.into_iter().map(|row| (row.id, row.name)).collect())
}

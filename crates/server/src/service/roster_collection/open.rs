//! 发起收集.

use std::collections::HashMap;

use lanmu_api::error::FieldError;
use lanmu_api::roster_collection::OpenCollection;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::Permission;
use lanmu_domain::roster::COLLECTION_TITLE_MAX_CHARS;
use lanmu_domain::text::{clean_line, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::remind::tell_department;
use crate::clock::moment;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{department, roster_collection, roster_collection_department};
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Opens a collection and tells the departments. Gives its id.
///
/// # Errors
/// 403, 422 with every field that is wrong.
pub async fn open(
    write: &WriteTx,
    who: &SignedIn,
    request: &OpenCollection,
) -> Result<i64, Problem> {
    who.need(Permission::ManageRosters)?;
    let known: HashMap<i64, String> = department::Entity::find()
        .filter(department::Column::SiteId.eq(write.site_id()))
        .filter(department::Column::EndedOn.is_null())
        .all(write.tx())
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let title = checked(write, request, &known)?;
    let mut asked = request.department_ids.clone();
    if asked.is_empty() {
        asked.extend(known.keys());
    }
    asked.sort_unstable();
    asked.dedup();
    let row = roster_collection::ActiveModel {
        site_id: Set(write.site_id()),
        title: Set(title.clone()),
        due_at: Set(request.due.to_utc()),
        created_by_name: Set(who.person.name.clone()),
        created_at: Set(write.now_utc()),
        closed_at: Set(None),
        closed_by_name: Set(None),
        ..Default::default()
    };
    let id = row.insert(write.tx()).await?.id;
    let places = asked
        .iter()
        .map(|department_id| roster_collection_department::ActiveModel {
            collection_id: Set(id),
            department_id: Set(*department_id),
            reminded_at: Set(None),
            reminders: Set(0),
        });
    roster_collection_department::Entity::insert_many(places)
        .exec_without_returning(write.tx())
        .await?;
    let due = moment(&request.due);
    let text = format!("请于{due}前报送工作机构表：{title}。");
    for department_id in &asked {
        tell_department(write, *department_id, &text).await?;
    }
    let entry = LedgerEntry {
        post: post_for(&who.actor, None),
        subject: title,
        note: format!("{} 个部门，截止{due}。", asked.len()),
        ..Default::default()
    };
    write.ledger(LedgerAct::CollectionOpened, entry).await?;
    Ok(id)
}

fn checked(
    write: &WriteTx,
    request: &OpenCollection,
    known: &HashMap<i64, String>,
) -> Result<String, Problem> {
    let mut wrong = Vec::new();
    let mut say = |field: &str, message: String| {
        wrong.push(FieldError {
            field: field.to_owned(),
            message,
        });
    };
    let title = match clean_line(&request.title, COLLECTION_TITLE_MAX_CHARS) {
        Ok(title) if is_blank(&title) => {
            say("title", "请填写收集名称。".to_owned());
            title
        }
        Ok(title) => title,
        Err(problem) => {
            say("title", format!("{}。", problem.message("收集名称")));
            String::new()
        }
    };
    if request.due <= write.now() {
        say("due", "截止时间须晚于现在。".to_owned());
    }
    let strange = request
        .department_ids
        .iter()
        .any(|id| !known.contains_key(id));
    if strange {
        say("department_ids", "所选部门不存在，请重新选择。".to_owned());
    }
    if wrong.is_empty() {
        Ok(title)
    } else {
        Err(Problem::invalid(wrong))
    }
}

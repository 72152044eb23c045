//! 调整工作机构: adding, changing and ending an entry. What was said of former days stays.

use chrono::{Days, NaiveDate};
use lanmu_api::error::{Conflict, ErrorCode, FieldError};
use lanmu_api::roster::{AddRosterEntry, ChangeRosterEntry, EndRosterEntry};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::roster::{CleanEntry, EntryDraft, RosterRole, check_entry, in_force};
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::access::{department_of, may_keep};
use super::entries;
use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::key::from_key;
use crate::entity::{department, post, roster_entry};
use crate::error::Problem;
use crate::service::post_for;
use crate::session::SignedIn;

/// Adds an entry. Gives its id.
///
/// # Errors
/// 404 for a department that is not there, 403 for another one, 409 for one that ended, 422 with
/// every field that is wrong.
pub async fn add_entry(
    write: &WriteTx,
    who: &SignedIn,
    department_id: i64,
    request: &AddRosterEntry,
) -> Result<i64, Problem> {
    let department = department_of(write.tx(), write.site_id(), department_id).await?;
    allowed(who, department_id)?;
    if let Some(day) = department.ended_on {
        let message = format!(
            "“{}”已于{}撤并，请在并入的部门名下填报。",
            department.name,
            long_day(day)
        );
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let entry = cleaned(write, department_id, request).await?;
    no_double(write, department_id, &entry, None).await?;
    let stored = insert(write, who, department_id, &entry, (request.person_id, None)).await?;
    let note = format!(
        "新增{}，自{}起。",
        entry.role.label(),
        long_day(entry.first_day)
    );
    line(write, who, &department, &entry.name, note).await?;
    Ok(stored)
}

/// Changes an entry from a day on, or corrects it. Gives the id of the entry that counts then.
///
/// # Errors
/// 404, 403, 409 for an entry that was changed meanwhile or is over, 422 with every field that is
/// wrong.
pub async fn change_entry(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &ChangeRosterEntry,
) -> Result<i64, Problem> {
    let (before, department) = standing(write, who, id, request.version).await?;
    let asked = &request.entry;
    let entry = cleaned(write, before.department_id, asked).await?;
    if before.last_day.is_some_and(|last| entry.first_day > last) {
        let message = "变动日期晚于该条目的截止日期，请核对。";
        return Err(Problem::invalid_field("first_day", message));
    }
    no_double(write, before.department_id, &entry, Some(id)).await?;
    let last_day = before.last_day;
    let place = before.department_id;
    let corrects = entry.first_day <= before.first_day;
    let version = before.version;
    let mut former = before.into_active_model();
    if corrects {
        former.replaced = Set(true);
    } else {
        former.last_day = Set(entry.first_day.checked_sub_days(Days::new(1)));
    }
    touch(write, who, &mut former, version);
    former.update(write.tx()).await?;
    let stored = insert(write, who, place, &entry, (asked.person_id, last_day)).await?;
    let note = if corrects {
        format!("更正{}。", entry.role.label())
    } else {
        format!(
            "变更{}，自{}起。",
            entry.role.label(),
            long_day(entry.first_day)
        )
    };
    line(write, who, &department, &entry.name, note).await?;
    Ok(stored)
}

/// Ends an entry with a day; one that has not begun then counts on no day.
///
/// # Errors
/// 404, 403, 409 for an entry that was changed meanwhile or is over.
pub async fn end_entry(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &EndRosterEntry,
) -> Result<(), Problem> {
    let (before, department) = standing(write, who, id, request.version).await?;
    let role: RosterRole = from_key(&before.role)?;
    let name = before.name.clone();
    end(write, who, before, request.last_day).await?;
    let note = format!("{}，至{}止。", role.label(), long_day(request.last_day));
    line(write, who, &department, &name, note).await
}

/// The same without a line, as a part of something larger.
pub(crate) async fn end(
    write: &WriteTx,
    who: &SignedIn,
    before: roster_entry::Model,
    last_day: NaiveDate,
) -> Result<(), Problem> {
    let (first_day, version) = (before.first_day, before.version);
    let mut ended = before.into_active_model();
    if last_day < first_day {
        ended.replaced = Set(true);
    }
    ended.last_day = Set(Some(last_day));
    touch(write, who, &mut ended, version);
    ended.update(write.tx()).await?;
    Ok(())
}

/// Stores an entry. Gives its id.
pub(crate) async fn insert(
    write: &WriteTx,
    who: &SignedIn,
    department_id: i64,
    entry: &CleanEntry,
    (person_id, last_day): (Option<i64>, Option<NaiveDate>),
) -> Result<i64, Problem> {
    let row = roster_entry::ActiveModel {
        site_id: Set(write.site_id()),
        department_id: Set(department_id),
        role: Set(entry.role.key().to_owned()),
        name: Set(entry.name.clone()),
        post: Set(entry.post.clone()),
        office_phone: Set(entry.office_phone.clone()),
        mobile: Set(entry.mobile.clone()),
        person_id: Set(person_id),
        first_day: Set(entry.first_day),
        last_day: Set(last_day),
        replaced: Set(false),
        version: Set(1),
        changed_by_name: Set(who.person.name.clone()),
        changed_at: Set(write.now_utc()),
        ..Default::default()
    };
    Ok(row.insert(write.tx()).await?.id)
}

fn touch(write: &WriteTx, who: &SignedIn, row: &mut roster_entry::ActiveModel, version: i64) {
    row.version = Set(version + 1);
    row.changed_by_name = Set(who.person.name.clone());
    row.changed_at = Set(write.now_utc());
}

fn allowed(who: &SignedIn, department_id: i64) -> Result<(), Problem> {
    if may_keep(who, department_id) {
        Ok(())
    } else {
        Err(Problem::not_allowed())
    }
}

/// The entry as the person saw it, if it is not over.
async fn standing(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    version: i64,
) -> Result<(roster_entry::Model, department::Model), Problem> {
    let row = roster_entry::Entity::find_by_id(id)
        .filter(roster_entry::Column::SiteId.eq(write.site_id()))
        .one(write.tx())
        .await?
        .ok_or_else(Problem::not_found)?;
    allowed(who, row.department_id)?;
    if row.version != version || row.replaced {
        return Err(Problem::stale(Conflict {
            version: row.version,
            changed_by: row.changed_by_name,
            changed_at: local(row.changed_at),
            what: "修改了该条目".to_owned(),
        }));
    }
    if row
        .last_day
        .is_some_and(|last| last < write.now().date_naive())
    {
        let message = "该条目已经截止，不能再修改；如仍在任，请重新添加。";
        return Err(Problem::with(ErrorCode::Refused, message));
    }
    let department = department_of(write.tx(), write.site_id(), row.department_id).await?;
    Ok((row, department))
}

async fn cleaned(
    write: &WriteTx,
    department_id: i64,
    request: &AddRosterEntry,
) -> Result<CleanEntry, Problem> {
    let draft = EntryDraft {
        role: request.role,
        name: &request.name,
        post: &request.post,
        office_phone: &request.office_phone,
        mobile: &request.mobile,
        first_day: request.first_day,
    };
    let checked = check_entry(&draft, write.now().date_naive());
    let linked = match request.person_id {
        None => true,
        Some(person_id) => has_post(write, person_id, department_id).await?,
    };
    match (checked, linked) {
        (Ok(entry), true) => Ok(entry),
        (checked, linked) => {
            let mut fields: Vec<FieldError> = checked
                .err()
                .unwrap_or_default()
                .into_iter()
                .map(|wrong| FieldError {
                    field: wrong.field,
                    message: wrong.message,
                })
                .collect();
            if !linked {
                fields.push(FieldError {
                    field: "person_id".to_owned(),
                    message: "请选择本部门有岗位的账号，或不关联账号。".to_owned(),
                });
            }
            Err(Problem::invalid(fields))
        }
    }
}

async fn has_post(write: &WriteTx, person_id: i64, department_id: i64) -> Result<bool, Problem> {
    let held = post::Entity::find()
        .filter(post::Column::SiteId.eq(write.site_id()))
        .filter(post::Column::PersonId.eq(person_id))
        .filter(post::Column::DepartmentId.eq(department_id))
        .filter(post::Column::EndedAt.is_null())
        .one(write.tx())
        .await?;
    Ok(held.is_some())
}

/// The form has one 分管领导, and nobody twice.
async fn no_double(
    write: &WriteTx,
    department_id: i64,
    entry: &CleanEntry,
    instead_of: Option<i64>,
) -> Result<(), Problem> {
    let others = entries::all(write.tx(), write.site_id(), Some(department_id)).await?;
    let same = others.iter().find(|row| {
        Some(row.id) != instead_of
            && row.role == entry.role.key()
            && (row.first_day > entry.first_day
                || in_force(row.first_day, row.last_day, entry.first_day))
            && (entry.role == RosterRole::Leader || row.name == entry.name)
    });
    match (same, entry.role) {
        (None, _) => Ok(()),
        (Some(row), RosterRole::Leader) => Err(Problem::invalid_field(
            "first_day",
            format!(
                "自{}起已有分管领导{}，请先为其填写截止日期。",
                long_day(row.first_day),
                row.name
            ),
        )),
        (Some(row), RosterRole::Staff) => Err(Problem::invalid_field(
            "name",
            format!("{}已在名单中，请在原条目上修改。", row.name),
        )),
    }
}

async fn line(
    write: &WriteTx,
    who: &SignedIn,
    department: &department::Model,
    name: &str,
    note: String,
) -> Result<(), Problem> {
    let entry = LedgerEntry {
        post: post_for(&who.actor, Some(department.id)),
        department_id: Some(department.id),
        department_name: department.name.clone(),
        subject: name.to_owned(),
        note,
        ..Default::default()
    };
    write.ledger(LedgerAct::RosterChanged, entry).await
}

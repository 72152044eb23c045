//! 调整责任部门: who answers for a duty from a day on. Each department answers for its own part.

use std::collections::HashSet;

use chrono::NaiveDate;
use lanmu_api::error::ErrorCode;
use lanmu_api::matrix::ChangeOwners;
use lanmu_domain::annex::names_in_cell;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::text::day::long_day;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use super::check::{Wrong, sentence};
use super::reword::{Wording, is_doubtful, reword};
use super::{Keeper, Kept};
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{department, duty_tenure};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, LoadedDuty, duties_in_force};
use crate::service::groups;
use crate::service::versions::refuse_planned_column;
use crate::session::SignedIn;

/// Ends the tenures of those who leave and begins those of who comes, after the owners who stay.
///
/// # Errors
/// 404 for a duty that is not in force, 422 with every field that is wrong, 409 while another
/// change is planned.
pub async fn change_owners(
    write: &WriteTx,
    who: &SignedIn,
    duty_id: i64,
    request: &ChangeOwners,
) -> Result<Kept, Problem> {
    let keeper = Keeper::of(write, who);
    let filter = DutyFilter::Duties(vec![duty_id]);
    let duties = duties_in_force(write.tx(), write.site_id(), keeper.today, &filter).await?;
    let duty = duties.first().ok_or_else(Problem::not_found)?;
    refuse_planned_column(write, duty.column_id).await?;
    let known = departments(write).await?;
    let confirms = same(&request.department_ids, &duty.owners)
        && !duty.owners.is_empty()
        && is_doubtful(write, duty).await?;
    let reason = check(request, &keeper, duty, (&known, confirms))?;
    let of_request = (request.effective_from, reason.as_str());
    if confirms {
        confirm(&keeper, duty, &known, of_request).await?;
        return Ok(Kept {
            id: duty_id,
            day: request.effective_from,
            duties: filter,
        });
    }
    hand_over(write, who, duty, &request.department_ids, of_request).await?;
    Ok(Kept {
        id: duty_id,
        day: request.effective_from,
        duties: filter,
    })
}

/// Nobody else answers from today, but the cell says so under names that stand in the list. Groups that it
/// names stay, and whoever belongs to one of them is not named beside it.
async fn confirm(
    keeper: &Keeper<'_>,
    duty: &LoadedDuty,
    known: &[department::Model],
    (day, reason): (NaiveDate, &str),
) -> Result<(), Problem> {
    let parts = names_in_cell(&duty.owner_text);
    let mut groups = groups::all(keeper.write.tx(), keeper.write.site_id()).await?;
    groups.retain(|group| parts.contains(&group.name.as_str()));
    let in_group = |id: &&i64| groups.iter().any(|group| group.members.contains(id));
    let apart: Vec<i64> = duty
        .owners
        .iter()
        .filter(|id| !in_group(id))
        .copied()
        .collect();
    let mut cell: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    if !apart.is_empty() {
        cell.insert(0, names(known, &apart));
    }
    let cell = cell.join("、");
    reword(keeper.write, duty, Wording::of(duty).cell(&cell), day).await?;
    let note = format!(
        "确认责任部门不变，分工表由“{}”改写为“{cell}”，自{}起。原因：{}。",
        duty.owner_text,
        long_day(day),
        sentence(reason),
    );
    let entry = keeper.column_entry(&duty.column_path, note);
    keeper.write.ledger(LedgerAct::OwnersChanged, entry).await
}

/// The names of departments; 无责任部门 for none.
fn names(known: &[department::Model], ids: &[i64]) -> String {
    let of = |id: &i64| known.iter().find(|row| row.id == *id);
    let names: Vec<&str> = ids
        .iter()
        .filter_map(of)
        .map(|row| row.name.as_str())
        .collect();
    if names.is_empty() {
        "无责任部门".to_owned()
    } else {
        names.join("、")
    }
}

/// Whether both name the same departments, in whatever order.
pub(crate) fn same(one: &[i64], other: &[i64]) -> bool {
    let set = |ids: &[i64]| ids.iter().copied().collect::<HashSet<i64>>();
    set(one) == set(other)
}

/// Gives a duty to other owners from a day on, without asking whether that makes sense.
///
/// # Errors
/// 409 while another change is planned.
pub async fn hand_over(
    write: &WriteTx,
    who: &SignedIn,
    duty: &LoadedDuty,
    owners: &[i64],
    (day, reason): (NaiveDate, &str),
) -> Result<(), Problem> {
    let keeper = Keeper::of(write, who);
    refuse_second(&keeper, duty)?;
    let known = departments(write).await?;
    store(&keeper, duty, owners, day).await?;
    let names = |ids: &[i64]| names(&known, ids);
    let note = format!(
        "由{}改为{}，自{}起负责。原因：{}。",
        names(&duty.owners),
        names(owners),
        long_day(day),
        sentence(reason),
    );
    // The ledger's filter by department knows one; a change that concerns several is the site's.
    let only = match owners {
        [only] => Some(*only),
        _ => None,
    };
    let entry = LedgerEntry {
        department_id: only,
        department_name: names(owners),
        ..keeper.column_entry(&duty.column_path, note)
    };
    write.ledger(LedgerAct::OwnersChanged, entry).await
}

/// The departments of the site, in their order.
async fn departments(write: &WriteTx) -> Result<Vec<department::Model>, Problem> {
    let rows = department::Entity::find()
        .filter(department::Column::SiteId.eq(write.site_id()))
        .order_by_asc(department::Column::Position);
    Ok(rows.all(write.tx()).await?)
}

/// The cleaned reason.
fn check(
    request: &ChangeOwners,
    keeper: &Keeper<'_>,
    duty: &LoadedDuty,
    (known, confirms): (&[department::Model], bool),
) -> Result<String, Problem> {
    let mut wrong = Wrong::default();
    let asked: HashSet<i64> = request.department_ids.iter().copied().collect();
    if asked.is_empty() && !request.nobody {
        wrong.add("department_ids", "请至少选择一个责任部门。");
    } else if request.nobody && !asked.is_empty() {
        wrong.add("department_ids", "选择“无责任部门”时不能同时选择部门。");
    } else if asked.len() < request.department_ids.len() {
        wrong.add("department_ids", "同一个部门只能选择一次。");
    } else if asked.iter().any(|id| {
        !known
            .iter()
            .any(|row| row.id == *id && row.ended_on.is_none())
    }) {
        wrong.add("department_ids", "所选部门有的不存在，请刷新后重新选择。");
    } else if same(&request.department_ids, &duty.owners) && !confirms {
        wrong.add("department_ids", "所选部门就是现在的责任部门，无须调整。");
    }
    if confirms && request.effective_from != keeper.today {
        let message = "责任部门不变，只确认写法的，请填写今天的日期。";
        wrong.add("effective_from", message);
    } else {
        wrong.check_day("effective_from", request.effective_from, keeper.today);
    }
    let reason = wrong.words("reason", "调整原因", &request.reason);
    wrong.none()?;
    Ok(reason)
}

/// One change after the other: the next one starts from what then holds.
fn refuse_second(keeper: &Keeper<'_>, duty: &LoadedDuty) -> Result<(), Problem> {
    let begins = duty.tenures.iter().map(|tenure| tenure.since);
    let ends = duty.tenures.iter().filter_map(|tenure| tenure.until);
    let planned = begins.chain(ends).find(|day| *day > keeper.today);
    planned.map_or(Ok(()), |day| {
        let message = format!(
            "该栏目的责任部门已定于{}起调整，在此之前不能再次调整。",
            long_day(day)
        );
        Err(Problem::with(ErrorCode::Refused, message))
    })
}

async fn store(
    keeper: &Keeper<'_>,
    duty: &LoadedDuty,
    owners: &[i64],
    day: NaiveDate,
) -> Result<(), Problem> {
    let write = keeper.write;
    let rows = duty_tenure::Entity::find()
        .filter(duty_tenure::Column::DutyId.eq(duty.id))
        .order_by_asc(duty_tenure::Column::Position)
        .all(write.tx())
        .await?;
    let mut position = rows.iter().map(|row| row.position).max().unwrap_or(-1);
    for row in rows {
        let leaves = row.until_day.is_none() && !owners.contains(&row.department_id);
        if leaves {
            let mut ended = row.into_active_model();
            ended.until_day = Set(Some(day));
            ended.update(write.tx()).await?;
        }
    }
    let comes = |id: &&i64| !duty.owners.contains(id);
    for department_id in owners.iter().filter(comes) {
        position += 1;
        let begins = duty_tenure::ActiveModel {
            duty_id: Set(duty.id),
            department_id: Set(*department_id),
            position: Set(position),
            since: Set(day),
            until_day: Set(None),
            ..Default::default()
        };
        begins.insert(write.tx()).await?;
    }
    Ok(())
}

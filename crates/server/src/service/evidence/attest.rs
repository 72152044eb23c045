//! 核对无变化: somebody looked at a column and found nothing to change.

use lanmu_api::error::ErrorCode;
use lanmu_api::evidence::{Attest, Attested};
use lanmu_domain::freshness::{needs_section_head, parties};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::{Permission, sees_department};
use lanmu_domain::role::{Actor, Role};
use lanmu_domain::rule::RuleSource;
use lanmu_domain::text::day::long_day;
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::waiting::{confirmers, waiting};
use crate::clock::local;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{attestation, department};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, LoadedDuty, duties_in_force, duty_facts};
use crate::service::holders::holders;
use crate::service::notify::{About, tell};
use crate::service::post_for;

/// Characters of a note at most.
pub(super) const NOTE_MAX: usize = 500;

/// Stores an attestation in the name of a person and writes it down in the ledger. One too many in a
/// row waits for the section head.
///
/// # Errors
/// 404 for a duty that the person cannot see, 422 for the fields, 403 for a department for which
/// the person does not write, 409 where the duty has a deadline that only an update meets, or
/// where an earlier attestation still waits for the section head.
pub async fn attest(
    write: &WriteTx,
    actor: &Actor,
    name: &str,
    duty_id: i64,
    request: &Attest,
) -> Result<Attested, Problem> {
    let today = write.now().date_naive();
    let filter = DutyFilter::Duties(vec![duty_id]);
    let duty = duties_in_force(write.tx(), write.site_id(), today, &filter)
        .await?
        .pop()
        .filter(|duty| sees(actor, duty))
        .ok_or_else(Problem::not_found)?;
    let note = check(&duty, actor, request)?;
    let facts = duty_facts(write.tx(), write.site_id(), today, &duty).await?;
    let party = parties(duty.mode, &duty.owners)
        .into_iter()
        .find(|party| party.contains(&request.department_id))
        .ok_or_else(Problem::not_allowed)?;
    refuse_second_waiting(write, &duty, party).await?;
    let awaits = needs_section_head(party, &facts.of(&duty, party, today), today);
    let stored = attestation::ActiveModel {
        site_id: Set(write.site_id()),
        duty_id: Set(duty.id),
        department_id: Set(request.department_id),
        note: Set(note.clone()),
        person_id: Set(Some(actor.person_id)),
        person_name: Set(name.to_owned()),
        attested_at: Set(write.now_utc()),
        confirmed: Set(false),
        awaits: Set(awaits),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    let said = if awaits {
        format!("{note}（须经股室领导确认后才计入更新。）")
    } else {
        note
    };
    let line = entry(write, actor, &duty, request, said).await?;
    let nobody_confirms = awaits && !ask_section_head(write, &duty, &stored, &line).await?;
    write.ledger(LedgerAct::Attested, line).await?;
    Ok(Attested {
        id: stored.id,
        awaits,
        nobody_confirms,
    })
}

/// One at a time waits for each party, or the row could be filled up while it waits.
async fn refuse_second_waiting(
    write: &WriteTx,
    duty: &LoadedDuty,
    party: &[i64],
) -> Result<(), Problem> {
    let before = attestation::Entity::find()
        .filter(waiting(write.site_id()))
        .filter(attestation::Column::DutyId.eq(duty.id))
        .filter(attestation::Column::DepartmentId.is_in(party.iter().copied()))
        .one(write.tx())
        .await?;
    let Some(before) = before else { return Ok(()) };
    Err(Problem::with(
        ErrorCode::Refused,
        format!(
            "{}于{}登记的核对无变化正等待股室领导确认，确认之前不能再次登记。",
            before.person_name,
            long_day(local(before.attested_at).date_naive())
        ),
    ))
}

/// Tells the section heads who may confirm it, or the coordinators where there are none. Gives
/// whether somebody may.
async fn ask_section_head(
    write: &WriteTx,
    duty: &LoadedDuty,
    stored: &attestation::Model,
    line: &LedgerEntry,
) -> Result<bool, Problem> {
    let (db, site_id) = (write.tx(), write.site_id());
    let heads = confirmers(db, site_id, stored.department_id, stored.person_id).await?;
    let about = About {
        site_id,
        article_id: None,
        at: write.now_utc(),
    };
    let (column, department) = (duty.column_path.join(" / "), &line.department_name);
    if heads.is_empty() {
        let coordinators = holders(db, site_id, Role::Coordinator, None).await?;
        let text = format!(
            "{department}对栏目“{column}”的核对无变化等待确认，但该部门没有可以确认的股室领导，请尽快落实人员。"
        );
        tell(db, about, coordinators, &text).await?;
        return Ok(false);
    }
    let text = format!("{department}对栏目“{column}”的核对无变化等待您确认。");
    tell(db, about, heads, &text).await?;
    Ok(true)
}

fn sees(actor: &Actor, duty: &LoadedDuty) -> bool {
    Permission::ViewWholeMatrix.held(actor)
        || duty
            .owners
            .iter()
            .any(|owner| sees_department(actor, *owner))
}

/// The cleaned note.
fn check(duty: &LoadedDuty, actor: &Actor, request: &Attest) -> Result<String, Problem> {
    let note = clean_block(&request.note, NOTE_MAX)
        .map_err(|problem| Problem::invalid_field("note", problem.message("核对说明")))?;
    if is_blank(&note) {
        return Err(Problem::invalid_field("note", "请写明核对了哪些内容。"));
    }
    if !duty.owners.contains(&request.department_id) {
        return Err(Problem::invalid_field(
            "department_id",
            "所选部门不是该栏目的责任部门。",
        ));
    }
    if !Permission::WriteArticles.held_in(actor, request.department_id) {
        return Err(Problem::not_allowed());
    }
    if !duty
        .rules
        .iter()
        .any(|rule| rule.source == RuleSource::Yearly)
    {
        return Err(Problem::with(
            ErrorCode::Refused,
            "该栏目有明确的更新期限，不能以“核对无变化”代替更新。",
        ));
    }
    Ok(note)
}

async fn entry(
    write: &WriteTx,
    actor: &Actor,
    duty: &LoadedDuty,
    request: &Attest,
    note: String,
) -> Result<LedgerEntry, Problem> {
    let department = department::Entity::find_by_id(request.department_id)
        .one(write.tx())
        .await?;
    Ok(LedgerEntry {
        post: post_for(actor, Some(request.department_id)),
        department_id: Some(request.department_id),
        department_name: department.map(|d| d.name).unwrap_or_default(),
        column_path: duty.column_path.join(" / "),
        subject: duty.column_path.last().cloned().unwrap_or_default(),
        note,
        ..Default::default()
    })
}

//! 核对无变化: somebody looked at a column and found nothing to change.

use lanmu_api::error::ErrorCode;
use lanmu_api::evidence::Attest;
use lanmu_domain::freshness::{ATTESTATIONS_IN_A_ROW, needs_section_head, parties};
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::permission::{Permission, sees_department};
use lanmu_domain::role::Actor;
use lanmu_domain::rule::RuleSource;
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{attestation, department};
use crate::error::Problem;
use crate::service::freshness::{DutyFilter, LoadedDuty, duties_in_force, duty_facts};
use crate::service::post_for;

/// Characters of a note at most.
const NOTE_MAX: usize = 500;

/// Stores an attestation in the name of a person and writes it down in the ledger. Gives its id.
///
/// # Errors
/// 404 for a duty that the person cannot see, 422 for the fields, 403 for a department for which
/// the person does not write, 409 where the duty has a deadline that only an update meets, or
/// where the section head has to confirm because of too many attestations in a row.
pub async fn attest(
    write: &WriteTx,
    actor: &Actor,
    name: &str,
    duty_id: i64,
    request: &Attest,
) -> Result<i64, Problem> {
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
    if needs_section_head(party, &facts.of(&duty, party, today), today) {
        return Err(Problem::with(
            ErrorCode::Refused,
            format!(
                "该栏目已连续{ATTESTATIONS_IN_A_ROW}次核对无变化，须由股室领导确认或发布更新内容后才能再次登记。"
            ),
        ));
    }
    let stored = attestation::ActiveModel {
        site_id: Set(write.site_id()),
        duty_id: Set(duty.id),
        department_id: Set(request.department_id),
        note: Set(note.clone()),
        person_id: Set(Some(actor.person_id)),
        person_name: Set(name.to_owned()),
        attested_at: Set(write.now_utc()),
        confirmed: Set(false),
        awaits: Set(false),
        ..Default::default()
    }
    .insert(write.tx())
    .await?;
    write
        .ledger(
            LedgerAct::Attested,
            entry(write, actor, &duty, request, note).await?,
        )
        .await?;
    Ok(stored.id)
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

//! 确认核对无变化: the section head decides about the third attestation in a row.

use lanmu_api::error::ErrorCode;
use lanmu_api::evidence::{AttestationView, DecideAttestation};
use lanmu_domain::freshness::AttestationDecision;
use lanmu_domain::ledger::LedgerAct;
use lanmu_domain::role::Role;
use lanmu_domain::text::{clean_block, is_blank};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::clock::moment;
use crate::db::{LedgerEntry, WriteTx};
use crate::entity::{attestation, duty};
use crate::error::Problem;
use crate::service::article::{Place, place_of};
use crate::service::freshness::attestation_view;
use crate::service::holders::holders;
use crate::service::notify::{About, tell};
use crate::session::SignedIn;

use super::attest::NOTE_MAX;

/// Stores the decision. Confirmed, the attestation counts from its own day, and a new row of two
/// begins; refused, it never counts.
///
/// # Errors
/// 404, 403 for who is not section head of the department, 409 where nothing waits or the person
/// attested it, 422 for the note.
pub async fn decide_attestation(
    write: &WriteTx,
    who: &SignedIn,
    id: i64,
    request: &DecideAttestation,
) -> Result<AttestationView, Problem> {
    let found = attestation::Entity::find_by_id(id)
        .filter(attestation::Column::SiteId.eq(write.site_id()))
        .lock_exclusive()
        .one(write.tx())
        .await?
        .filter(|found| who.sees(found.department_id))
        .ok_or_else(Problem::not_found)?;
    check(&found, who)?;
    let note = clean_note(request)?;
    let (decision, act) = if request.confirmed {
        (
            AttestationDecision::Confirmed,
            LedgerAct::AttestationConfirmed,
        )
    } else {
        (AttestationDecision::Refused, LedgerAct::AttestationRefused)
    };
    let row = attestation::ActiveModel {
        id: Unchanged(found.id),
        confirmed: Set(request.confirmed),
        decision: Set(Some(decision.key().to_owned())),
        decision_note: Set(Some(note.clone())),
        decided_by: Set(Some(who.person.id)),
        decided_by_name: Set(Some(who.person.name.clone())),
        decided_at: Set(Some(write.now_utc())),
        ..Default::default()
    };
    let stored = row.update(write.tx()).await?;
    let place = place(write, &stored).await?;
    tell_officers(write, who, &stored, &place, &note).await?;
    let line = LedgerEntry {
        post: who.title(Role::SectionHead, Some(stored.department_id)),
        department_id: Some(stored.department_id),
        column_path: place.column_text(),
        department_name: place.department_name.clone(),
        subject: place.column_path.last().cloned().unwrap_or_default(),
        note,
        ..Default::default()
    };
    write.ledger(act, line).await?;
    Ok(attestation_view(stored, place.department_name)?)
}

fn check(found: &attestation::Model, who: &SignedIn) -> Result<(), Problem> {
    let refused = |message: String| Err(Problem::with(ErrorCode::Refused, message));
    if who
        .actor
        .post_in(Role::SectionHead, found.department_id)
        .is_none()
    {
        return Err(Problem::not_allowed());
    }
    if !found.awaits {
        return refused("该次核对无变化无需股室领导确认。".to_owned());
    }
    if let Some(at) = found.decided_at {
        let by = found.decided_by_name.as_deref().unwrap_or_default();
        let at = moment(&at);
        return refused(format!("{by}已于{at}作出决定，不能再次办理。"));
    }
    if found.person_id == Some(who.person.id) {
        return refused("不能确认本人登记的核对无变化，须由本部门其他股室领导确认。".to_owned());
    }
    Ok(())
}

/// The cleaned note; a refusal has one.
fn clean_note(request: &DecideAttestation) -> Result<String, Problem> {
    let note = clean_block(&request.note, NOTE_MAX)
        .map_err(|problem| Problem::invalid_field("note", problem.message("说明")))?;
    if !request.confirmed && is_blank(&note) {
        return Err(Problem::invalid_field("note", "不同意的，请写明理由。"));
    }
    Ok(note)
}

async fn place(write: &WriteTx, found: &attestation::Model) -> Result<Place, Problem> {
    let duty = duty::Entity::find_by_id(found.duty_id)
        .one(write.tx())
        .await?
        .ok_or_else(|| Problem::internal("an attestation without its duty"))?;
    Ok(place_of(write.tx(), found.department_id, duty.column_id).await?)
}

/// Who attested, and the officers of the department.
async fn tell_officers(
    write: &WriteTx,
    who: &SignedIn,
    stored: &attestation::Model,
    place: &Place,
    note: &str,
) -> Result<(), Problem> {
    let (db, site_id) = (write.tx(), write.site_id());
    let mut people = holders(db, site_id, Role::Officer, Some(stored.department_id)).await?;
    people.extend(stored.person_id);
    people.retain(|id| *id != who.person.id);
    let column = place.column_path.last().cloned().unwrap_or_default();
    let text = if stored.confirmed {
        format!("栏目“{column}”的核对无变化已由股室领导确认。{note}")
    } else {
        format!("股室领导不同意栏目“{column}”的核对无变化：{note}")
    };
    let about = About {
        site_id,
        article_id: None,
        at: write.now_utc(),
    };
    Ok(tell(db, about, people, &text).await?)
}

//! What the detail of a duty shows besides its standing.

use std::collections::HashMap;

use lanmu_api::evidence::{AttestationView, DecisionView};
use lanmu_api::matrix::{DutyView, EventView, PublicationView};
use lanmu_domain::annex::{Doubt, DoubtKind};
use lanmu_domain::rule::{AppliedRule, DutyMode};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{DutyStanding, LoadedDuty, Standings};
use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{attestation, duty_doubt, publication, trigger_event};
use crate::service::publication::doubts_of;

/// Publications shown at most.
const PUBLICATIONS: u64 = 20;
/// Attestations shown at most.
const ATTESTATIONS: u64 = 10;

/// The detail of a duty as somebody sees it who may see these departments; all of it for `None`.
///
/// # Errors
/// The database cannot be reached.
pub async fn duty_detail<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    standings: &Standings,
    standing: &DutyStanding,
    seen: Option<&[i64]>,
) -> Result<DutyView, DbErr> {
    let duty = &standing.duty;
    let whose = match (duty.mode, seen) {
        (DutyMode::Each, Some(own)) => own,
        _ => duty.owners.as_slice(),
    };
    Ok(DutyView {
        row: standing.row(seen, standings.today),
        remark: duty.remark.clone(),
        rules: in_force(standings, duty),
        set_aside: duty.set_aside.clone(),
        closures: duty.closures.clone(),
        tenures: duty.tenures.clone(),
        judgements: standing.owner_judgements(seen),
        doubts: doubts(db, site_id, duty).await?,
        publications: latest(db, site_id, standings, duty.column_id, whose).await?,
        attestations: attestations(db, standings, duty, whose).await?,
        open_events: open_events(db, standing, seen).await?,
    })
}

/// The rules with their days as they are in force on the day.
fn in_force(standings: &Standings, duty: &LoadedDuty) -> Vec<AppliedRule> {
    let parameters = standings.timeline.on(standings.today);
    let rules = duty.rules.iter();
    rules
        .map(|applied| AppliedRule {
            rule: applied.in_force(parameters),
            ..applied.clone()
        })
        .collect()
}

async fn doubts<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    duty: &LoadedDuty,
) -> Result<Vec<Doubt>, DbErr> {
    duty_doubt::Entity::find()
        .filter(duty_doubt::Column::SiteId.eq(site_id))
        .filter(duty_doubt::Column::MatrixVersionId.eq(duty.matrix_version_id))
        .filter(duty_doubt::Column::AnnexRow.eq(duty.annex_row))
        .order_by_asc(duty_doubt::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(doubt_of)
        .filter(|doubt| {
            let remark = matches!(doubt, Ok(doubt) if doubt.kind == DoubtKind::Remark);
            !(remark && duty.remark_decided)
        })
        .collect()
}

/// A doubt as it was stored.
///
/// # Errors
/// The row holds a key that this version does not know.
pub fn doubt_of(row: duty_doubt::Model) -> Result<Doubt, DbErr> {
    Ok(Doubt {
        row: u32::try_from(row.annex_row).unwrap_or_default(),
        cell: row.cell,
        kind: from_key(&row.kind)?,
        text: row.text,
        message: row.message,
    })
}

async fn latest<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    standings: &Standings,
    column_id: i64,
    departments: &[i64],
) -> Result<Vec<PublicationView>, DbErr> {
    let mut query = publication::Entity::find()
        .filter(publication::Column::SiteId.eq(site_id))
        .filter(publication::Column::ColumnId.eq(column_id))
        .filter(publication::Column::WithdrawnAt.is_null());
    if !departments.is_empty() {
        query = query.filter(publication::Column::DepartmentId.is_in(departments.iter().copied()));
    }
    let rows = query
        .order_by_desc(publication::Column::PublishedAt)
        .order_by_desc(publication::Column::Id)
        .limit(PUBLICATIONS)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(PublicationView {
                id: row.id,
                department_name: standings.department_name(row.department_id).to_owned(),
                published_at: local(row.published_at),
                doubts: doubts_of(&row)?,
                verdict: row.verdict.as_deref().map(from_key).transpose()?,
                title: row.title,
                url: row.url,
                article_id: row.article_id,
            })
        })
        .collect()
}

async fn attestations<C: ConnectionTrait>(
    db: &C,
    standings: &Standings,
    duty: &LoadedDuty,
    departments: &[i64],
) -> Result<Vec<AttestationView>, DbErr> {
    let mut query = attestation::Entity::find().filter(attestation::Column::DutyId.eq(duty.id));
    if !departments.is_empty() {
        query = query.filter(attestation::Column::DepartmentId.is_in(departments.iter().copied()));
    }
    query
        .order_by_desc(attestation::Column::AttestedAt)
        .order_by_desc(attestation::Column::Id)
        .limit(ATTESTATIONS)
        .all(db)
        .await?
        .into_iter()
        .map(|row| {
            let name = standings.department_name(row.department_id).to_owned();
            attestation_view(row, name)
        })
        .collect()
}

/// An attestation as the detail of a duty shows it.
///
/// # Errors
/// A key that this version does not know.
pub fn attestation_view(
    row: attestation::Model,
    department_name: String,
) -> Result<AttestationView, DbErr> {
    let decision = match (row.decision.as_deref(), row.decided_at) {
        (Some(key), Some(at)) => Some(DecisionView {
            decision: from_key(key)?,
            note: row.decision_note.unwrap_or_default(),
            by: row.decided_by_name.unwrap_or_default(),
            at: local(at),
        }),
        _ => None,
    };
    Ok(AttestationView {
        id: row.id,
        department_id: row.department_id,
        department_name,
        note: row.note,
        person_id: row.person_id,
        by: row.person_name,
        at: local(row.attested_at),
        awaits: row.awaits,
        decision,
    })
}

/// The events that wait, those that oblige only departments that are not seen left out.
async fn open_events<C: ConnectionTrait>(
    db: &C,
    standing: &DutyStanding,
    seen: Option<&[i64]>,
) -> Result<Vec<EventView>, DbErr> {
    let each = standing.duty.mode == DutyMode::Each;
    let shown = |departments: &[i64]| match (each, seen) {
        (true, Some(own)) => departments.is_empty() || departments.iter().any(|d| own.contains(d)),
        _ => true,
    };
    let mut obliged: HashMap<i64, &[i64]> = standing
        .open_events
        .iter()
        .map(|event| (event.id, event.department_ids.as_slice()))
        .filter(|(_, departments)| shown(departments))
        .collect();
    trigger_event::Entity::find()
        .filter(trigger_event::Column::Id.is_in(obliged.keys().copied()))
        .order_by_asc(trigger_event::Column::OccurredOn)
        .order_by_asc(trigger_event::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(|row| {
            let departments = obliged.remove(&row.id).unwrap_or_default();
            event_view(row, departments.to_vec())
        })
        .collect()
}

/// An event as lists show it.
///
/// # Errors
/// A key that this version does not know.
pub fn event_view(row: trigger_event::Model, department_ids: Vec<i64>) -> Result<EventView, DbErr> {
    Ok(EventView {
        id: row.id,
        trigger: from_key(&row.kind)?,
        change: row.change_subject.as_deref().map(from_key).transpose()?,
        title: row.title,
        document_number: row.document_number,
        occurred_on: row.occurred_on,
        registered_on: local(row.registered_at).date_naive(),
        department_ids,
    })
}

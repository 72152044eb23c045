//! What the detail of a duty shows besides its standing.

use std::collections::HashMap;

use lanmu_api::matrix::{DutyView, EventView, PublicationView};
use lanmu_domain::annex::Doubt;
use lanmu_domain::rule::DutyMode;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{DutyStanding, LoadedDuty, Standings};
use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{duty_doubt, publication, trigger_event};

/// Publications shown at most.
const PUBLICATIONS: u64 = 20;

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
        rules: duty.rules.clone(),
        set_aside: duty.set_aside.clone(),
        closures: duty.closures.clone(),
        tenures: duty.tenures.clone(),
        judgements: standing.owner_judgements(seen),
        doubts: doubts(db, site_id, duty).await?,
        publications: latest(db, site_id, standings, duty.column_id, whose).await?,
        open_events: open_events(db, standing, seen).await?,
    })
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
        .map(|row| {
            Ok(Doubt {
                row: u32::try_from(row.annex_row).unwrap_or_default(),
                cell: row.cell,
                kind: from_key(&row.kind)?,
                text: row.text,
                message: row.message,
            })
        })
        .collect()
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
    Ok(rows
        .into_iter()
        .map(|row| PublicationView {
            id: row.id,
            department_name: standings.department_name(row.department_id).to_owned(),
            published_at: local(row.published_at),
            title: row.title,
            url: row.url,
            article_id: row.article_id,
        })
        .collect())
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
        department_ids,
    })
}

//! Writing the past: many rows at a time.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};

use super::dice::Dice;
use super::plan::{Planned, PlannedAttestation, PlannedEvent, PlannedPublication};
use crate::entity::key::to_key;
use crate::entity::{
    attestation, event_department, event_duty, publication, publication_event, trigger_event,
};

/// Rows in one statement: with 14 columns well below the 32,766 values that SQLite takes.
const ROWS: usize = 500;

/// Who is named as having recorded the past: nobody, it comes from the demonstration.
const RECORDER: &str = "演示数据";

/// Writes plans. Every publication has an address of its own.
pub(super) async fn store<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    now: DateTime<FixedOffset>,
    plans: &[Planned],
) -> Result<(), DbErr> {
    let events = plans.iter().flat_map(|plan| &plan.events);
    let event_ids = store_events(db, site_id, events.collect(), now).await?;
    let mut answering = Vec::new();
    let mut others = Vec::new();
    let (mut first_event, mut number) = (0, 0);
    for plan in plans {
        for planned in &plan.publications {
            number += 1;
            let row = publication_row(site_id, now, planned, number);
            match planned
                .event
                .and_then(|event| event_ids.get(first_event + event))
            {
                Some(event_id) => answering.push((*event_id, row)),
                None => others.push(row),
            }
        }
        first_event += plan.events.len();
    }
    for rows in others.chunks(ROWS) {
        publication::Entity::insert_many(rows.to_vec())
            .exec_without_returning(db)
            .await?;
    }
    store_answering(db, answering).await?;
    let attested = plans.iter().flat_map(|plan| &plan.attestations);
    store_attestations(db, site_id, attested.collect(), now).await
}

/// Inserts the events and their duties; gives the ids in the order of the events.
async fn store_events<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    events: Vec<&PlannedEvent>,
    now: DateTime<FixedOffset>,
) -> Result<Vec<i64>, DbErr> {
    let mut ids = Vec::with_capacity(events.len());
    for chunk in events.chunks(ROWS) {
        let rows = chunk.iter().map(|event| trigger_event::ActiveModel {
            site_id: Set(site_id),
            kind: Set(to_key(&event.trigger)),
            title: Set(event.title.clone()),
            document_number: Set(event.document_number.clone()),
            occurred_on: Set(event.occurred_on),
            registered_by: Set(None),
            registered_by_name: Set(RECORDER.to_owned()),
            registered_at: Set(moment(event.occurred_on, 9, now)),
            cancelled_at: Set(None),
            cancel_reason: Set(None),
            ..Default::default()
        });
        let stored = trigger_event::Entity::insert_many(rows)
            .exec_with_returning(db)
            .await?;
        // Ids go up in the order of the rows; the order of what is returned is not promised.
        let mut chunk_ids: Vec<i64> = stored.iter().map(|event| event.id).collect();
        chunk_ids.sort_unstable();
        let links = chunk
            .iter()
            .zip(&chunk_ids)
            .map(|(event, id)| event_duty::ActiveModel {
                event_id: Set(*id),
                duty_id: Set(event.duty_id),
            });
        event_duty::Entity::insert_many(links)
            .exec_without_returning(db)
            .await?;
        let obliged: Vec<_> = chunk
            .iter()
            .zip(&chunk_ids)
            .filter_map(|(event, id)| {
                Some(event_department::ActiveModel {
                    event_id: Set(*id),
                    department_id: Set(event.department_id?),
                })
            })
            .collect();
        if !obliged.is_empty() {
            event_department::Entity::insert_many(obliged)
                .exec_without_returning(db)
                .await?;
        }
        ids.extend(chunk_ids);
    }
    Ok(ids)
}

/// Inserts publications that name an event, and the naming.
async fn store_answering<C: ConnectionTrait>(
    db: &C,
    answering: Vec<(i64, publication::ActiveModel)>,
) -> Result<(), DbErr> {
    for chunk in answering.chunks(ROWS) {
        let rows = chunk.iter().map(|(_, row)| row.clone());
        let mut stored = publication::Entity::insert_many(rows)
            .exec_with_returning(db)
            .await?;
        stored.sort_unstable_by_key(|row| row.id);
        let links =
            chunk
                .iter()
                .zip(stored)
                .map(|((event_id, _), row)| publication_event::ActiveModel {
                    publication_id: Set(row.id),
                    event_id: Set(*event_id),
                    column_id: Set(row.column_id),
                    department_id: Set(row.department_id),
                });
        publication_event::Entity::insert_many(links)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

async fn store_attestations<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    attested: Vec<&PlannedAttestation>,
    now: DateTime<FixedOffset>,
) -> Result<(), DbErr> {
    for chunk in attested.chunks(ROWS) {
        let rows = chunk.iter().map(|planned| attestation::ActiveModel {
            site_id: Set(site_id),
            duty_id: Set(planned.duty_id),
            department_id: Set(planned.department_id),
            note: Set("已逐项核对栏目内容，与实际情况一致，无变化。".to_owned()),
            person_id: Set(None),
            person_name: Set(RECORDER.to_owned()),
            attested_at: Set(moment(planned.day, 15, now)),
            confirmed: Set(false),
            awaits: Set(false),
            ..Default::default()
        });
        attestation::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

fn publication_row(
    site_id: i64,
    now: DateTime<FixedOffset>,
    planned: &PlannedPublication,
    number: i64,
) -> publication::ActiveModel {
    let day = planned.day;
    let mut dice = Dice::seeded(&[number, planned.column_id]);
    let published_at = moment(day, u32::try_from(dice.between(8, 17)).unwrap_or(9), now)
        + TimeDelta::minutes(dice.between(0, 55));
    publication::ActiveModel {
        site_id: Set(site_id),
        column_id: Set(planned.column_id),
        department_id: Set(planned.department_id),
        article_id: Set(None),
        revision_hash: Set(None),
        title: Set(planned.title.clone()),
        url: Set(format!(
            "https://demo.lanmu.example/{}/{}/t{}_{number}.html",
            planned.column_id,
            day.format("%Y%m"),
            day.format("%Y%m%d"),
        )),
        published_at: Set(published_at),
        recorded_by: Set(None),
        recorded_by_name: Set(RECORDER.to_owned()),
        recorded_at: Set(published_at + TimeDelta::minutes(10)),
        withdrawn_at: Set(planned
            .taken_down
            .then(|| now.to_utc() - TimeDelta::days(10))),
        ..Default::default()
    }
}

/// An hour of a day in Asia/Shanghai, but never after `now`.
fn moment(day: NaiveDate, hour: u32, now: DateTime<FixedOffset>) -> DateTime<Utc> {
    NaiveTime::from_hms_opt(hour, 0, 0)
        .and_then(|time| {
            day.and_time(time)
                .and_local_timezone(*now.offset())
                .single()
        })
        .map_or(now, |at| at.min(now))
        .to_utc()
}

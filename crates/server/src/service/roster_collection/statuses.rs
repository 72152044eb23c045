//! How departments stand in a collection.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};
use lanmu_api::roster::AskedView;
use lanmu_domain::roster::HandInStatus;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::clock::local;
use crate::entity::{
    department_document, roster_collection, roster_collection_department, roster_hand_in,
};

/// The hand-ins of each department to a collection, in their order.
pub(super) type HandIns = HashMap<i64, Vec<roster_hand_in::Model>>;

/// What was handed in to a collection, by department.
pub(super) async fn handed_in<C: ConnectionTrait>(
    db: &C,
    collection_id: i64,
) -> Result<HandIns, DbErr> {
    let rows = roster_hand_in::Entity::find()
        .filter(roster_hand_in::Column::CollectionId.eq(collection_id))
        .order_by_asc(roster_hand_in::Column::Number)
        .all(db)
        .await?;
    let mut found = HandIns::new();
    for row in rows {
        found.entry(row.department_id).or_default().push(row);
    }
    Ok(found)
}

/// The departments that a collection asks.
pub(super) async fn asked_by<C: ConnectionTrait>(
    db: &C,
    collection_id: i64,
) -> Result<Vec<roster_collection_department::Model>, DbErr> {
    roster_collection_department::Entity::find()
        .filter(roster_collection_department::Column::CollectionId.eq(collection_id))
        .all(db)
        .await
}

/// How the asked departments stand.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn statuses<C: ConnectionTrait>(
    db: &C,
    collection_id: i64,
    due: DateTime<FixedOffset>,
) -> Result<HashMap<i64, HandInStatus>, DbErr> {
    let handed_in = handed_in(db, collection_id).await?;
    let asked = asked_by(db, collection_id).await?;
    Ok(asked
        .into_iter()
        .map(|row| {
            let first = handed_in
                .get(&row.department_id)
                .and_then(|rows| rows.first());
            let first = first.map(|row| local(row.at));
            (row.department_id, HandInStatus::of(due, first))
        })
        .collect())
}

/// The departments whose last hand-in has its sealed scan.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn sealed<C: ConnectionTrait>(
    db: &C,
    collection_id: i64,
) -> Result<HashSet<i64>, DbErr> {
    let last: Vec<(i64, i64)> = handed_in(db, collection_id)
        .await?
        .into_iter()
        .filter_map(|(department_id, rows)| Some((rows.last()?.id, department_id)))
        .collect();
    let scans = department_document::Entity::find()
        .filter(department_document::Column::HandInId.is_in(last.iter().map(|(id, _)| *id)))
        .all(db)
        .await?;
    Ok(scans.into_iter().map(|scan| scan.department_id).collect())
}

/// The open collections that ask a department, by deadline.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn asked<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    department_id: i64,
) -> Result<Vec<AskedView>, DbErr> {
    let open = roster_collection::Entity::find()
        .filter(roster_collection::Column::SiteId.eq(site_id))
        .filter(roster_collection::Column::ClosedAt.is_null())
        .order_by_asc(roster_collection::Column::DueAt)
        .all(db)
        .await?;
    let mut views = Vec::new();
    for row in open {
        let place = (row.id, department_id);
        let asked = roster_collection_department::Entity::find_by_id(place)
            .one(db)
            .await?;
        let Some(asked) = asked else { continue };
        let first = roster_hand_in::Entity::find()
            .filter(roster_hand_in::Column::CollectionId.eq(row.id))
            .filter(roster_hand_in::Column::DepartmentId.eq(department_id))
            .order_by_asc(roster_hand_in::Column::Number)
            .one(db)
            .await?;
        let due = local(row.due_at);
        views.push(AskedView {
            collection_id: row.id,
            title: row.title,
            due,
            status: HandInStatus::of(due, first.map(|first| local(first.at))),
            reminded_at: asked.reminded_at.map(local),
        });
    }
    Ok(views)
}

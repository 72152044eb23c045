//! The documents that there are.

use std::collections::{HashMap, HashSet};

use lanmu_api::roster::DocumentView;
use lanmu_domain::roster::DocumentKind;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use crate::clock::local;
use crate::entity::key::from_key;
use crate::entity::{attachment, department_document};

/// Rules and duty lists of a department, the newest first.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn of_department<C: ConnectionTrait>(
    db: &C,
    department_id: i64,
) -> Result<Vec<DocumentView>, DbErr> {
    let own = department_document::Entity::find()
        .filter(department_document::Column::DepartmentId.eq(department_id))
        .filter(department_document::Column::HandInId.is_null());
    views(db, own).await
}

/// The scans of a hand-in, the newest first.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn of_hand_in<C: ConnectionTrait>(
    db: &C,
    hand_in_id: i64,
) -> Result<Vec<DocumentView>, DbErr> {
    let own = department_document::Entity::find()
        .filter(department_document::Column::HandInId.eq(hand_in_id));
    views(db, own).await
}

/// Which of rules and duty list each department has.
///
/// # Errors
/// The database does not answer.
pub(crate) async fn kinds<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<HashMap<i64, Vec<DocumentKind>>, DbErr> {
    let found: Vec<(i64, String)> = department_document::Entity::find()
        .select_only()
        .column(department_document::Column::DepartmentId)
        .column(department_document::Column::Kind)
        .distinct()
        .filter(department_document::Column::SiteId.eq(site_id))
        .filter(department_document::Column::HandInId.is_null())
        .order_by_asc(department_document::Column::Kind)
        .into_tuple()
        .all(db)
        .await?;
    let mut kinds: HashMap<i64, Vec<DocumentKind>> = HashMap::new();
    for (department_id, kind) in found {
        kinds
            .entry(department_id)
            .or_default()
            .push(from_key(&kind)?);
    }
    Ok(kinds)
}

async fn views<C: ConnectionTrait>(
    db: &C,
    select: Select<department_document::Entity>,
) -> Result<Vec<DocumentView>, DbErr> {
    let rows = select
        .order_by_desc(department_document::Column::Id)
        .all(db)
        .await?;
    let sizes: HashMap<i64, i64> = attachment::Entity::find()
        .select_only()
        .column(attachment::Column::Id)
        .column(attachment::Column::Size)
        .filter(attachment::Column::Id.is_in(rows.iter().map(|row| row.attachment_id)))
        .into_tuple::<(i64, i64)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let mut seen = HashSet::new();
    rows.into_iter()
        .map(|row| {
            let kind: DocumentKind = from_key(&row.kind)?;
            let size = sizes.get(&row.attachment_id).copied().unwrap_or_default();
            Ok(DocumentView {
                id: row.id,
                kind,
                title: row.title,
                day: row.day,
                file_name: row.file_name,
                bytes: size.unsigned_abs(),
                current: seen.insert(kind),
                by: row.person_name,
                at: local(row.at),
            })
        })
        .collect()
}

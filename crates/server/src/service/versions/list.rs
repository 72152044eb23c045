//! Versions and drafts as lists, one version, two beside each other, and the groups.

use chrono::NaiveDate;
use lanmu_api::matrix_draft::{
    DraftRow, GroupView, MatrixVersions, VersionComparison, VersionDetail, VersionRow,
};
use lanmu_domain::annex;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use super::draft::changes_of;
use super::table::{find, lines_of};
use crate::clock::local;
use crate::entity::key::{from_json, from_key};
use crate::entity::{matrix_draft, matrix_version};
use crate::error::Problem;
use crate::service::departments::all_on;
use crate::service::freshness::version_on;
use crate::service::groups::{self, Group};

/// Versions, the latest first; drafts too for who may change the matrix.
///
/// # Errors
/// The database does not answer.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    today: NaiveDate,
    with_drafts: bool,
) -> Result<MatrixVersions, Problem> {
    let current = version_on(db, site_id, today).await?.map(|row| row.id);
    let rows = matrix_version::Entity::find()
        .filter(matrix_version::Column::SiteId.eq(site_id))
        .order_by_desc(matrix_version::Column::Number)
        .all(db)
        .await?;
    let versions = rows.into_iter().map(|row| version_row(row, current));
    let mut listed = MatrixVersions {
        versions: versions.collect::<Result<_, DbErr>>()?,
        drafts: Vec::new(),
    };
    if with_drafts {
        let rows = matrix_draft::Entity::find()
            .filter(matrix_draft::Column::SiteId.eq(site_id))
            .order_by_desc(matrix_draft::Column::ChangedAt)
            .all(db)
            .await?;
        for row in rows {
            listed.drafts.push(DraftRow {
                id: row.id,
                changes: changes_of(&row)?.len() as u64,
                reason: row.reason,
                document_number: row.document_number,
                effective_from: row.effective_from,
                changed_by_name: row.changed_by_name,
                changed_at: local(row.changed_at),
            });
        }
    }
    Ok(listed)
}

/// A version with its changes in words.
///
/// # Errors
/// 404.
pub async fn detail<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    number: i64,
    today: NaiveDate,
) -> Result<VersionDetail, Problem> {
    let row = find(db, site_id, number).await?;
    let current = version_on(db, site_id, today).await?.map(|row| row.id);
    let changes = match row.words.clone() {
        Some(words) => from_json(words)?,
        None => Vec::new(),
    };
    Ok(VersionDetail {
        version: version_row(row, current)?,
        changes,
    })
}

/// Two versions as tables against each other.
///
/// # Errors
/// 404.
pub async fn compare<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    from: i64,
    to: i64,
) -> Result<VersionComparison, Problem> {
    let before = lines_of(db, site_id, from).await?;
    let after = lines_of(db, site_id, to).await?;
    Ok(VersionComparison {
        from,
        to,
        differences: annex::compare(&before, &after),
    })
}

/// The groups of a day with their members.
///
/// # Errors
/// The database does not answer.
pub async fn groups<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<Vec<GroupView>, DbErr> {
    let departments = all_on(db, site_id, day).await?;
    let groups = groups::all_on(db, site_id, day).await?;
    let view = |group: Group| GroupView {
        department_ids: departments
            .iter()
            .map(|department| department.id)
            .filter(|id| group.members.contains(id))
            .collect(),
        id: group.id,
        name: group.name,
    };
    Ok(groups.into_iter().map(view).collect())
}

fn version_row(row: matrix_version::Model, current: Option<i64>) -> Result<VersionRow, DbErr> {
    let changes = row.changes.as_ref().and_then(|changes| changes.as_array());
    Ok(VersionRow {
        number: row.number,
        state: from_key(&row.state)?,
        current: Some(row.id) == current,
        reason: row.reason,
        document_number: row.document_number,
        effective_from: row.effective_from,
        changes: changes.map_or(0, |changes| changes.len() as u64),
        decided_by_name: row.decided_by_name,
        decided_at: local(row.created_at),
        note: row.note,
    })
}

//! The matrix in force: version, duties with rules and owners, columns, doubts.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use lanmu_domain::annex::DoubtKind;
use lanmu_domain::column::ColumnKind;
use lanmu_domain::rule::AppliedRule;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};

use super::{DutyFilter, LoadedDuty};
use crate::entity::key::{from_json, from_key, to_key};
use crate::entity::{department, duty, duty_doubt, duty_owner, matrix_version, site_column};

/// The departments of the site by id.
pub(super) async fn departments<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<BTreeMap<i64, department::Model>, DbErr> {
    let rows = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The latest version whose first day is not after `day`.
///
/// # Errors
/// The database does not answer.
pub async fn version_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<Option<matrix_version::Model>, DbErr> {
    matrix_version::Entity::find()
        .filter(matrix_version::Column::SiteId.eq(site_id))
        .filter(matrix_version::Column::EffectiveFrom.lte(day))
        .order_by_desc(matrix_version::Column::EffectiveFrom)
        .order_by_desc(matrix_version::Column::Number)
        .one(db)
        .await
}

/// The duties of a version that the filter leaves, in the order of the table.
pub(super) async fn duties<C: ConnectionTrait>(
    db: &C,
    version: &matrix_version::Model,
    filter: &DutyFilter,
) -> Result<Vec<LoadedDuty>, DbErr> {
    let rows = filtered(version, filter)
        .order_by_asc(duty::Column::Position)
        .order_by_asc(duty::Column::Id)
        .all(db)
        .await?;
    let columns = columns(db, version, filter).await?;
    let mut owners = owners(db, version, filter).await?;
    let doubtful = doubtful_rows(db, version).await?;
    rows.into_iter()
        .map(|row| {
            let rules: Vec<AppliedRule> = from_json(row.rules)?;
            let column = columns.get(&row.column_id).ok_or_else(|| {
                DbErr::RecordNotFound(format!("column {} of duty {}", row.column_id, row.id))
            })?;
            Ok(LoadedDuty {
                owners: owners.remove(&row.id).unwrap_or_default(),
                doubtful: !row.remark.is_empty()
                    || doubtful.contains(&row.annex_row)
                    || rules.iter().any(|rule| rule.conflict.is_some()),
                id: row.id,
                annex_row: row.annex_row,
                position: row.position,
                column_id: row.column_id,
                column_path: column.0.clone(),
                column_kind: column.1,
                requirement: row.requirement,
                owner_text: row.owner_text,
                mode: from_key(&row.mode)?,
                rules,
                remark: row.remark,
                since: row.since,
            })
        })
        .collect()
}

fn filtered(version: &matrix_version::Model, filter: &DutyFilter) -> Select<duty::Entity> {
    let all = duty::Entity::find()
        .filter(duty::Column::SiteId.eq(version.site_id))
        .filter(duty::Column::MatrixVersionId.eq(version.id));
    match filter {
        DutyFilter::All => all,
        DutyFilter::Departments(ids) => all.filter(
            duty::Column::Id.in_subquery(
                duty_owner::Entity::find()
                    .select_only()
                    .column(duty_owner::Column::DutyId)
                    .filter(duty_owner::Column::DepartmentId.is_in(ids.iter().copied()))
                    .into_query(),
            ),
        ),
        DutyFilter::Duties(ids) => all.filter(duty::Column::Id.is_in(ids.iter().copied())),
    }
}

/// Path and kind of the columns that the duties hang on.
async fn columns<C: ConnectionTrait>(
    db: &C,
    version: &matrix_version::Model,
    filter: &DutyFilter,
) -> Result<HashMap<i64, (Vec<String>, ColumnKind)>, DbErr> {
    let used = filtered(version, filter)
        .select_only()
        .column(duty::Column::ColumnId)
        .into_query();
    let rows: Vec<(i64, serde_json::Value, String)> = site_column::Entity::find()
        .select_only()
        .column(site_column::Column::Id)
        .column(site_column::Column::Path)
        .column(site_column::Column::Kind)
        .filter(site_column::Column::Id.in_subquery(used))
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(id, path, kind)| Ok((id, (from_json(path)?, from_key(&kind)?))))
        .collect()
}

/// The owners of each duty, in the order of the cell.
async fn owners<C: ConnectionTrait>(
    db: &C,
    version: &matrix_version::Model,
    filter: &DutyFilter,
) -> Result<HashMap<i64, Vec<i64>>, DbErr> {
    let used = filtered(version, filter)
        .select_only()
        .column(duty::Column::Id)
        .into_query();
    let rows = duty_owner::Entity::find()
        .filter(duty_owner::Column::DutyId.in_subquery(used))
        .order_by_asc(duty_owner::Column::DutyId)
        .order_by_asc(duty_owner::Column::Position)
        .all(db)
        .await?;
    let mut owners: HashMap<i64, Vec<i64>> = HashMap::new();
    for row in rows {
        owners
            .entry(row.duty_id)
            .or_default()
            .push(row.department_id);
    }
    Ok(owners)
}

/// The rows of the annex that leave something open. Conflicts between rules are left out: one
/// part of a composite row may have one while the others are clear, and the rules say so
/// themselves.
async fn doubtful_rows<C: ConnectionTrait>(
    db: &C,
    version: &matrix_version::Model,
) -> Result<HashSet<i32>, DbErr> {
    let rows: Vec<i32> = duty_doubt::Entity::find()
        .select_only()
        .column(duty_doubt::Column::AnnexRow)
        .filter(duty_doubt::Column::SiteId.eq(version.site_id))
        .filter(duty_doubt::Column::MatrixVersionId.eq(version.id))
        .filter(duty_doubt::Column::Kind.ne(to_key(&DoubtKind::RuleConflict)))
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

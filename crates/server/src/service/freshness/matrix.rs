//! The matrix in force: version, duties with rules and owners, columns, doubts.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use lanmu_api::matrix_draft::VersionState;
use lanmu_domain::annex::DoubtKind;
use lanmu_domain::freshness::Tenure;
use lanmu_domain::parameters::Parameters;
use lanmu_domain::rule::{AppliedRule, rules_in_force};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};

use super::tree::ColumnTree;
use super::validity::{duties_between, tenures_between};
use super::{AsOf, DutyFilter, LoadedDuty};
use crate::entity::key::{from_json, from_key, to_key};
use crate::entity::{
    department, department_name, duty, duty_doubt, duty_tenure, duty_wording, matrix_version,
};

/// The departments of the site by id.
///
/// # Errors
/// The database does not answer.
pub async fn departments<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<BTreeMap<i64, department::Model>, DbErr> {
    let rows = department::Entity::find()
        .filter(department::Column::SiteId.eq(site_id))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The same under the names of a day.
///
/// # Errors
/// The database does not answer.
pub async fn departments_on<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<BTreeMap<i64, department::Model>, DbErr> {
    let mut known = departments(db, site_id).await?;
    let rows = department_name::Entity::find()
        .filter(department_name::Column::SiteId.eq(site_id))
        .filter(department_name::Column::EffectiveFrom.lte(day))
        .order_by_asc(department_name::Column::EffectiveFrom)
        .order_by_asc(department_name::Column::Id);
    for row in rows.all(db).await? {
        if let Some(department) = known.get_mut(&row.department_id) {
            department.name = row.name;
        }
    }
    Ok(known)
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
        .filter(matrix_version::Column::State.eq(to_key(&VersionState::InForce)))
        .order_by_desc(matrix_version::Column::EffectiveFrom)
        .order_by_desc(matrix_version::Column::Number)
        .one(db)
        .await
}

/// The duties of a day, or of the span that is looked at, that the filter leaves, in the order of
/// the table. Owners and rules are those of the day.
pub(super) async fn duties<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    parameters: &Parameters,
    filter: &DutyFilter,
) -> Result<Vec<LoadedDuty>, DbErr> {
    let day = as_of.day;
    let rows = filtered(site_id, as_of, filter)
        .order_by_asc(duty::Column::Position)
        .order_by_asc(duty::Column::Id)
        .all(db)
        .await?;
    let tree = ColumnTree::load_on(db, site_id, day).await?;
    let mut wordings = wordings(db, site_id, day).await?;
    let mut tenures = tenures(db, site_id, as_of, filter).await?;
    let doubtful = doubtful_rows(db, site_id).await?;
    rows.into_iter()
        .map(|row| {
            let read: Vec<AppliedRule> = from_json(row.rules)?;
            let node = tree.node(row.column_id).ok_or_else(|| {
                DbErr::RecordNotFound(format!("column {} of duty {}", row.column_id, row.id))
            })?;
            let settings = tree.settings_on(row.column_id, day)?;
            let in_force = rules_in_force(&read, &settings, parameters);
            let tenures = tenures.remove(&row.id).unwrap_or_default();
            let wording = wordings.remove(&row.id);
            let worded_on = wording.as_ref().map(|wording| wording.effective_from);
            let (mode, owner_text, decided) = match wording {
                Some(wording) => (wording.mode, wording.owner_text, wording.remark),
                None => (row.mode, row.owner_text, None),
            };
            Ok(LoadedDuty {
                owners: tenures
                    .iter()
                    .filter(|tenure| tenure.covers(day))
                    .map(|tenure| tenure.department_id)
                    .collect(),
                // A remark that came with the table is open until a version decides it.
                doubtful: (!row.remark.is_empty() && decided.is_none())
                    || doubtful.contains(&(row.matrix_version_id, row.annex_row))
                    || in_force.rules.iter().any(|rule| rule.conflict.is_some()),
                id: row.id,
                matrix_version_id: row.matrix_version_id,
                annex_row: row.annex_row,
                position: row.position,
                column_id: row.column_id,
                column_path: node.path.clone(),
                column_kind: node.kind,
                requirement: row.requirement,
                owner_text,
                worded_on,
                mode: from_key(&mode)?,
                rules: in_force.rules,
                set_aside: in_force.set_aside,
                rule_history: history(&tree, row.column_id, &read, parameters)?,
                remark_decided: decided.is_some(),
                remark: decided.unwrap_or(row.remark),
                since: row.since,
                until: row.until_day,
                closures: tree.closures(row.column_id),
                tenures,
            })
        })
        .collect()
}

/// The mode and the cells 责任部门 and 备注 of a day, of the duties where they ever changed.
async fn wordings<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    day: NaiveDate,
) -> Result<HashMap<i64, duty_wording::Model>, DbErr> {
    let rows = duty_wording::Entity::find()
        .filter(duty_wording::Column::SiteId.eq(site_id))
        .filter(duty_wording::Column::EffectiveFrom.lte(day))
        .order_by_asc(duty_wording::Column::EffectiveFrom)
        .order_by_asc(duty_wording::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.duty_id, row)).collect())
}

/// The rules of every time between two changes of what is set; empty where nothing ever was.
fn history(
    tree: &ColumnTree,
    column_id: i64,
    read: &[AppliedRule],
    parameters: &Parameters,
) -> Result<Vec<(NaiveDate, Vec<AppliedRule>)>, DbErr> {
    let changes = tree.changes(column_id);
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let first = std::iter::once(NaiveDate::MIN);
    first
        .chain(changes)
        .map(|day| {
            let settings = tree.settings_on(column_id, day)?;
            Ok((day, rules_in_force(read, &settings, parameters).rules))
        })
        .collect()
}

fn filtered(site_id: i64, as_of: AsOf, filter: &DutyFilter) -> Select<duty::Entity> {
    let all = duty::Entity::find().filter(duties_between(site_id, as_of.since, as_of.day));
    match filter {
        DutyFilter::All => all,
        DutyFilter::Departments(ids) => all.filter(
            duty::Column::Id.in_subquery(
                duty_tenure::Entity::find()
                    .select_only()
                    .column(duty_tenure::Column::DutyId)
                    .filter(duty_tenure::Column::DepartmentId.is_in(ids.iter().copied()))
                    .filter(tenures_between(as_of.since, as_of.day))
                    .into_query(),
            ),
        ),
        DutyFilter::Duties(ids) => all.filter(duty::Column::Id.is_in(ids.iter().copied())),
        DutyFilter::Ever(ids) => duty::Entity::find()
            .filter(duty::Column::SiteId.eq(site_id))
            .filter(duty::Column::Id.is_in(ids.iter().copied())),
    }
}

/// Everybody who answers or answered for each duty, in the order of the cell.
async fn tenures<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
    as_of: AsOf,
    filter: &DutyFilter,
) -> Result<HashMap<i64, Vec<Tenure>>, DbErr> {
    let used = filtered(site_id, as_of, filter)
        .select_only()
        .column(duty::Column::Id)
        .into_query();
    let rows = duty_tenure::Entity::find()
        .filter(duty_tenure::Column::DutyId.in_subquery(used))
        .order_by_asc(duty_tenure::Column::DutyId)
        .order_by_asc(duty_tenure::Column::Position)
        .order_by_asc(duty_tenure::Column::Id)
        .all(db)
        .await?;
    let mut tenures: HashMap<i64, Vec<Tenure>> = HashMap::new();
    for row in rows {
        tenures.entry(row.duty_id).or_default().push(Tenure {
            department_id: row.department_id,
            since: row.since,
            until: row.until_day,
        });
    }
    Ok(tenures)
}

/// The rows of the annex, by version, that leave something open. Conflicts between rules are left
/// out: one part of a composite row may have one while the others are clear, and the rules say so
/// themselves. So are remarks, which the duty has itself.
async fn doubtful_rows<C: ConnectionTrait>(
    db: &C,
    site_id: i64,
) -> Result<HashSet<(i64, i32)>, DbErr> {
    let rows: Vec<(i64, i32)> = duty_doubt::Entity::find()
        .select_only()
        .column(duty_doubt::Column::MatrixVersionId)
        .column(duty_doubt::Column::AnnexRow)
        .filter(duty_doubt::Column::SiteId.eq(site_id))
        .filter(
            duty_doubt::Column::Kind
                .is_not_in([DoubtKind::RuleConflict, DoubtKind::Remark].map(|kind| to_key(&kind))),
        )
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
